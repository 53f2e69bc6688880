"""What a command asks about the shell around pages: which one, and where it is set up."""

from __future__ import annotations

from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable

import click

from generator.commands.options import FOLDER

if TYPE_CHECKING:
    from generator.building.site_build import Theme

SHELLS = ("material", "own")
"""The first is the one that is used where none is named; see docs/decisions/own-shell.md for when to change them over."""

_OPTIONS = (
    click.option(
        "--shell", type=click.Choice(SHELLS), default=SHELLS[0], show_default=True,
        help="Khung của mọi trang: material, qua MkDocs; hoặc own, khung riêng của sổ, không cần MkDocs.",
    ),
    click.option(
        "--mkdocs", "mkdocs_yml", type=click.Path(path_type=Path), default="mkdocs.yml", show_default=True,
        help="Tệp cấu hình của MkDocs.",
    ),
    click.option(
        "--templates", type=FOLDER, default="site_templates", show_default=True,
        help="Thư mục mẫu trang của khung own; của material do tệp cấu hình của MkDocs nói.",
    ),
)


def shell_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options, for a function that is handed ``theme``, which gives the theme that they name; MkDocs is slow to import.
    It may be given the name of a shell instead, which goes before the option."""

    @wraps(command)
    def with_theme(*, shell: str, mkdocs_yml: Path, templates: Path, **others: Any) -> None:
        command(theme=partial(_theme_of, shell, mkdocs_yml, templates), **others)

    asked: Callable[..., None] = with_theme
    for option in reversed(_OPTIONS):
        asked = option(asked)
    return asked


def _theme_of(shell: str, mkdocs_yml: Path, templates: Path, known: str | None = None) -> Theme:
    if (known or shell) == "own":
        from generator.own_shell.commands import OwnTheme

        return OwnTheme(templates)
    from generator.mkdocs_plugin.commands import MkDocsTheme

    return MkDocsTheme(mkdocs_yml)
