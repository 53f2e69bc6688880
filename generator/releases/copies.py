"""A copy of a released site, in a folder or at an address of the net; the only place that asks the net for anything."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException, InvalidURL
from pathlib import Path
from socket import gaierror
from ssl import SSLError
from time import monotonic
from typing import Iterable
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

SECONDS = 60.0
"""For one file, from asking to its last byte; a host that is silent for ``SILENT_SECONDS`` of them is not waited for."""
SILENT_SECONDS = 20.0
LARGEST_BYTES = 256 * 1024 * 1024
ASKED_TOGETHER = 8
_PAST_CACHES = {"Cache-Control": "no-cache, no-store", "Pragma": "no-cache", "User-Agent": "dialogue-register"}
_NOT_THERE = (404, 410)
_REDIRECTING = range(300, 400)


class Unreachable(Exception):
    """``str()`` says what was asked for, and why it could not be had."""


@dataclass(frozen=True)
class FolderCopy:
    folder: Path

    def __str__(self) -> str:
        return str(self.folder)

    def read(self, path: str) -> bytes | None:
        """None where there is no such file."""
        file = self.folder / path
        return file.read_bytes() if file.is_file() else None

    def read_all(self, paths: Iterable[str]) -> list[bytes | None]:
        return [self.read(path) for path in paths]


@dataclass(frozen=True)
class AddressCopy:
    """``address`` is that of the home page, with a slash at its end; a file with more than ``most`` bytes is not taken in."""

    address: str
    most: int = LARGEST_BYTES

    def __str__(self) -> str:
        return self.address

    def read(self, path: str) -> bytes | None:
        """A page is asked for as readers do, by its folder. None where the host says that there is none; raises Unreachable
        where it says anything else than the file."""
        return fetched(self.address + quote(path[: -len("index.html")] if _is_page(path) else path), self.most)

    def read_all(self, paths: Iterable[str]) -> list[bytes | None]:
        with ThreadPoolExecutor(ASKED_TOGETHER) as asking:
            return list(asking.map(self.read, paths))


Copy = FolderCopy | AddressCopy


def copy_at(place: str, most: int = LARGEST_BYTES) -> Copy:
    """``place`` is a folder, or an address that begins with http:// or https://; ``most`` is what a host's file may have."""
    if place.lower().startswith(("http://", "https://")):
        return AddressCopy(place if place.endswith("/") else f"{place}/", most)
    return FolderCopy(Path(place))


def fetched(address: str, most: int = LARGEST_BYTES) -> bytes | None:
    """What a host answers now, whatever a cache between has; None where it says that there is nothing. Raises
    Unreachable."""
    until = monotonic() + SECONDS
    content = bytearray()
    try:
        with urlopen(Request(address, headers=_PAST_CACHES), timeout=SILENT_SECONDS) as answer:
            while more := answer.read1(1024 * 1024):
                content += more
                if len(content) > most:
                    raise Unreachable(f"{address}: lớn quá {most // 1024 ** 2} MB")
                if monotonic() > until:
                    raise Unreachable(f"{address}: quá {SECONDS:.0f} giây mà chưa tải xong")
            if answer.length:  # http.client knows how much is missing, and does not say so of itself
                raise Unreachable(f"{address}: máy chủ ngắt giữa chừng")
    except HTTPError as error:
        if error.code in _NOT_THERE:
            return None
        if error.code in _REDIRECTING:  # and urllib has gone as far as it may; its own words are of several lines
            raise Unreachable(f"{address}: máy chủ chuyển hướng vòng quanh, hoặc đến nơi không phải trang web") from None
        raise Unreachable(f"{address}: máy chủ trả lời {error.code} {error.reason}") from None
    except (OSError, HTTPException, ValueError) as error:  # ValueError: what is no address at all
        raise Unreachable(f"{address}: không hỏi được, {_why(error)}") from None
    return bytes(content)


def _why(error: OSError | HTTPException | ValueError) -> str:
    """In the clerk's words, without the system's own or its number."""
    match error.reason if isinstance(error, URLError) else error:
        case TimeoutError():
            return f"máy chủ không trả lời trong {SILENT_SECONDS:.0f} giây"
        case gaierror():
            return "không tìm thấy máy chủ; địa chỉ sai, hoặc máy này không có mạng"
        case ConnectionRefusedError():
            return "máy chủ không nhận kết nối"
        case SSLError():
            return "chứng chỉ của máy chủ không đúng, hoặc không kết nối an toàn được"
        case ValueError() | InvalidURL():
            return "đây không phải là một địa chỉ"
        case _:
            return "kết nối bị ngắt; máy chủ hoặc mạng có lỗi"


def _is_page(path: str) -> bool:
    return path == "index.html" or path.endswith("/index.html")
