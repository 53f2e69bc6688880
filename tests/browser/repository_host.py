"""A repository's host as a clerk sees it in a browser: pages to edit a file, to upload files and to merge what is proposed.

It merges on its server as hosts do, line by line, runs the pipeline's script on what comes into the inbox, and has nothing
merged that `check` refuses.
"""

from __future__ import annotations

import subprocess
from email import message_from_bytes
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import parse_qs, unquote

from tests.project.cities import ENVIRONMENT, City
from tests.releases.sites import Silent

EDIT, UPLOAD, MERGE = "/edit/main/", "/upload/main/content/inbox", "/merge/"
PAGE = '<!doctype html><meta charset="utf-8"><title>Kho</title>'


class RepositoryHost:
    """The origin of a city; its clone is the machine that the pipeline runs on."""

    def __init__(self, city: City) -> None:
        self.city, self.bare = city, city.folder / "origin"
        self.branches = 0

    def git(self, *arguments: str, given: bytes | None = None, **environment: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(self.bare), *arguments], input=given, env={**ENVIRONMENT, **environment}, capture_output=True, check=True
        )
        return done.stdout.decode().strip()

    def file(self, path: str) -> str:
        done = subprocess.run(["git", "-C", str(self.bare), "show", f"main:{path}"], capture_output=True, check=True)
        return done.stdout.decode()

    def commit(self, files: dict[str, bytes], message: str) -> tuple[str, str]:
        """The files on a branch of their own, off the main one: its name and its commit."""
        self.branches += 1
        branch, index = f"can-bo-patch-{self.branches}", str(self.city.folder / "index")
        self.git("read-tree", "main", GIT_INDEX_FILE=index)
        for path, content in files.items():
            blob = self.git("hash-object", "-w", "--stdin", given=content)
            self.git("update-index", "--add", "--cacheinfo", f"100644,{blob},{path}", GIT_INDEX_FILE=index)
        tree = self.git("write-tree", GIT_INDEX_FILE=index)
        commit = self.git("commit-tree", tree, "-p", "main", "-m", message)
        self.git("branch", branch, commit)
        return branch, commit

    def merge(self, branch: str) -> None:
        """Without a work tree and without the register's own way of merging. Raises CalledProcessError for a conflict."""
        tree = self.git("merge-tree", "--write-tree", "main", branch)
        self.git("update-ref", "refs/heads/main", self.git("commit-tree", tree, "-p", "main", "-p", branch, "-m", f"Hợp {branch}"))

    def proposed(self, commit: str, uploaded: str) -> tuple[str, str]:
        """What the pipeline makes of sheets: the branch, and the text for whoever merges it; what went wrong where there is none."""
        self.city.git("fetch", "--quiet", "origin")
        proposal = self.city.folder / f"proposal-{self.branches}"
        for step in (("newest",), ("read", commit, proposal), ("propose", commit, proposal)):
            done = self.city.run("inbox", *step, UPLOADED=uploaded)
            if done.returncode:
                return uploaded, done.stdout + done.stderr
            self.city.git("reset", "--quiet", "--hard")  # each step has a machine of its own, but for what it hands on
        return tuple((proposal / name).read_text("utf-8").strip() for name in ("branch", "text.md"))

    def checked(self, branch: str) -> str:
        """What `check` says of the branch."""
        self.city.git("fetch", "--quiet", "origin", branch)
        self.city.git("checkout", "--quiet", "--force", "--detach", "FETCH_HEAD")
        done = subprocess.run(
            [self.city.clone / ".venv/bin/python", "-m", "generator", "check"], cwd=self.city.clone, capture_output=True, text=True
        )
        return (done.stdout + done.stderr).strip()


def handler(host: RepositoryHost) -> partial[Pages]:
    return partial(Pages, host=host)


class Pages(Silent):
    def __init__(self, *given: object, host: RepositoryHost) -> None:
        self.host = host
        super().__init__(*given)

    def do_GET(self) -> None:
        path = unquote(self.path)
        if path.startswith(EDIT):
            text = escape(self.host.file(path.removeprefix(EDIT)))
            self.answer(f'<form method="post"><textarea name="text" aria-label="Nội dung tệp">\n{text}</textarea><button>Commit changes</button></form>')
        else:
            self.answer('<form method="post" enctype="multipart/form-data"><input type="file" name="sheet" multiple aria-label="Upload files"><button>Commit changes</button></form>')

    def do_POST(self) -> None:
        body, path = self.rfile.read(int(self.headers["Content-Length"])), unquote(self.path)
        if path.startswith(EDIT):
            path = path.removeprefix(EDIT)
            text = parse_qs(body.decode("ascii"), keep_blank_values=True)["text"][0].replace("\r\n", "\n")
            branch, _ = self.host.commit({path: text.encode()}, f"Update {Path(path).name}")
            self.offer(branch, self.host.checked(branch))
        elif path == UPLOAD:
            sent = message_from_bytes(b"Content-Type: " + self.headers["Content-Type"].encode() + b"\r\n\r\n" + body)
            sheets = {f"content/inbox/{part.get_filename()}": part.get_payload(decode=True) for part in sent.walk() if part.get_filename()}
            uploaded, commit = self.host.commit(sheets, "Add files via upload")
            branch, text = self.host.proposed(commit, uploaded)
            self.offer(branch, f"{text}\n{self.host.checked(branch)}")
        else:
            self.host.merge(path.removeprefix(MERGE))
            self.answer("<p>Merged</p>")

    def offer(self, branch: str, said: str) -> None:
        """What is proposed, and the button of whoever agrees."""
        self.answer(f'<pre>{escape(said)}</pre><form method="post" action="{MERGE}{branch}"><button>Merge</button></form>')

    def answer(self, body: str) -> None:
        content = (PAGE + body).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
