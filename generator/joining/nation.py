"""Several registers side by side: the last verified state of each, and what could not be read and since when."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from typing import Callable, Mapping, Sequence

from pydantic import BaseModel, Field

from generator.consequences.progress import Share
from generator.joining.kept_state import RegisterState, Upcoming
from generator.joining.register_states import MOST_BYTES, Failure, NotRead, read_register
from generator.keeping.stages import TellCount, uncounted
from generator.releases.copies import copy_at
from generator.text.vietnamese import composed, slug, sort_key, without_type

VERSION = "1.1"
"""1.1 added ``place``, ``same_place`` and ``same_place_since``."""
NATION = "nation.json"
_READ_TOGETHER = 4
"""Registers; each asks its host for several files at once."""


class NotSources(ValueError):
    """``str()`` says why the registers that are asked for cannot be told apart."""


@dataclass(frozen=True)
class Source:
    """A register to read; ``name`` is what readers know it by, also when it cannot be read."""

    name: str
    place: str


class JoinedRegister(BaseModel):
    """``state`` is None where the register has never been read."""

    name: str = Field(description="Tên địa phương")
    failure: Failure | None = Field(description="Vì sao chưa đọc được vào ngày tính; trống nếu đọc được")
    failed_since: date | None = Field(description="Không đọc được từ ngày này; trống nếu đọc được")
    state: RegisterState | None = Field(description="Lần phát hành gần nhất đã kiểm chứng; trống nếu chưa bao giờ đọc được")
    same_place: list[str] = Field([], description="Các sổ khác nói mình là của cùng một địa phương; khi đó không cộng sổ nào")
    same_place_since: date | None = Field(None, description="Cùng nói như vậy từ ngày này; trống nếu không có")


class Nation(BaseModel):
    """What a page of several registers shows, and what the next one needs to know of it; registers in the order of their
    names, since no figure ranks them."""

    version: str = Field(VERSION, description="Phiên bản cấu trúc tệp")
    day: date = Field(description="Ngày tính")
    registers: list[JoinedRegister] = Field(description="Từng sổ")

    @property
    def read(self) -> list[JoinedRegister]:
        return [joined for joined in self.registers if not joined.failure]

    @property
    def failed(self) -> list[JoinedRegister]:
        return [joined for joined in self.registers if joined.failure]

    @property
    def real(self) -> list[RegisterState]:
        """The states that are no sample's, each the only one of its place."""
        return [joined.state for joined in self.registers if joined.state and not joined.state.sample and not joined.same_place]

    @property
    def of_one_place(self) -> list[JoinedRegister]:
        """Those of a place that another claims too."""
        return [joined for joined in self.registers if joined.same_place]

    @property
    def sample(self) -> bool:
        """Whether any of it is a sample."""
        return any(joined.state and joined.state.sample for joined in self.registers)

    def upcoming(self) -> list[tuple[JoinedRegister, Upcoming]]:
        """Of all registers, from the day on, the soonest first."""
        found = [
            (joined, one) for joined in self.registers if joined.state for one in joined.state.upcoming if one.day >= self.day
        ]
        return sorted(found, key=lambda pair: (pair[1].day, pair[1].time or "", sort_key(pair[0].name), pair[1].page))

    def share(self, year: int) -> Share:
        """Of the year, over all real registers: of each the period that its last day is in, or its last one. Figures of
        other days are added, which is why a page tells the days beside it."""
        figures = [figure for state in self.real for figure in state.figures[-1:] if figure.year == year]
        return Share(sum(figure.done for figure in figures), sum(figure.owed for figure in figures))


def sources_of(places: Sequence[str]) -> list[Source]:
    """Each place is a folder or an address, with ``Name=`` before it where it has a name, which is the same however its
    letters are composed. Raises NotSources."""
    sources = []
    for place in places:
        name, found, rest = place.partition("=")
        name, is_named = composed(name), bool(found) and "/" not in name and ":" not in name
        sources.append(Source(name.strip(), rest.strip()) if is_named else Source(place, place))
    names = [source.name for source in sources]
    if empty := next((source for source in sources if not source.name or not source.place), None):
        raise NotSources(f"'{empty.name}={empty.place}': phải có cả tên và nơi, ví dụ 'Hải Phòng=https://doi-thoai.example/'")
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise NotSources(f"'{twice}' được nêu hai lần; mỗi sổ một tên")
    return sources


def join(
    sources: Sequence[Source], before: Nation | None, day: date, told: Callable[[str], None], taken: TellCount = uncounted
) -> Nation:
    """Asks each register once; ``told`` hears why one could not be read, ``taken`` how many have answered. What was
    read of it before stays, with its day."""
    known: Mapping[str, JoinedRegister] = {composed(joined.name): joined for joined in before.registers} if before else {}

    def read(source: Source) -> RegisterState | NotRead:
        was = known.get(source.name)
        try:
            return read_register(copy_at(source.place, MOST_BYTES), was.state if was else None)
        except NotRead as error:
            return error

    with ThreadPoolExecutor(_READ_TOGETHER) as reading:
        found = []
        for number, state in enumerate(reading.map(read, sources)):
            taken(number + 1, len(sources))
            found.append(state)
    registers = []
    for source, state in zip(sources, found, strict=True):
        was = known.get(source.name)
        if isinstance(state, NotRead):
            told(f"{source.name}: {state}")
            since = was.failed_since if was and was.failed_since else day
            last = was.state if was else None
            registers.append(JoinedRegister(name=source.name, failure=state.failure, failed_since=since, state=last))
        else:
            registers.append(JoinedRegister(name=source.name, failure=None, failed_since=None, state=state))
    registers.sort(key=lambda joined: sort_key(joined.name))
    return Nation(day=day, registers=[_with_those_of_its_place(joined, registers, known, day) for joined in registers])


def _with_those_of_its_place(
    joined: JoinedRegister, registers: Sequence[JoinedRegister], known: Mapping[str, JoinedRegister], day: date
) -> JoinedRegister:
    """Nobody can tell here which of two is the province's, or whether one has moved: whoever names the places decides."""
    others = [other.name for other in registers if other is not joined and _claims(other) & _claims(joined)]
    if not others:
        return joined
    was = known.get(joined.name)
    since = was.same_place_since if was and was.same_place_since else day
    return joined.model_copy(update={"same_place": others, "same_place_since": since})


def _claims(joined: JoinedRegister) -> set[str]:
    """What it says that it is the register of, and its name, without their accents and without "tỉnh" before them."""
    state = joined.state
    return {slug(without_type(said)) for said in (state.place, state.register_name) if said} if state else set()
