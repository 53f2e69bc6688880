"""Builds the whole site with a theme around it; the old site stays until the new one is whole."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol

from generator.building.delivery import NOTHING, Delivered, Delivery, Wrap, delivered_name
from generator.files.site_folder import Files, SiteFolder, clear_others, link_all
from generator.files.whole_folder import NotOurs, whole_folder
from generator.keeping.fingerprints import fingerprint, folder_fingerprint, program_fingerprint
from generator.keeping.processes import beside
from generator.keeping.stages import TellStage, counted, silent
from generator.reading.record_files import RECORD_FOLDERS, RecordFiles, read_record_files

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from generator.building.build import Publication
    from generator.keeping.store import Store
    from generator.site.site import Site


SPARE = "spare"
"""The folder beside what is kept that the next site grows in, so that little need be made."""


class SiteNotBuilt(Exception):
    """Something beside the records is wrong; the old site, where there was one, is as it was. ``str()`` says what."""


@dataclass(frozen=True)
class Built:
    """``before`` and ``after`` are how the folder was left by the last build and by this one; the same where nothing
    that the site is made from has changed."""

    before: Delivered
    after: Delivered
    site: Site | None = None
    """What the site was made from, and ``wrap`` what its pages were put into; None where nothing was made."""
    wrap: Wrap | None = None


class Theme(Protocol):
    """What is put around the register's pages, beside the pages that are written by hand."""

    def templates(self) -> Path:
        """The folder of all templates; raises SiteNotBuilt."""

    def settings(self) -> bytes:
        """All that the site is made from beside the program, its templates and the content."""

    def as_of(self) -> date | None:
        """The day that the settings fix, None where they leave it to the register. Raises SiteNotBuilt."""

    def deliver(self, content: Path, publication: Publication, delivery: Delivery) -> tuple[Wrap, Files]:
        """Delivers the register's pages and files, and gives what was put around pages and the files of the theme's own;
        raises SiteNotBuilt."""


def build_whole_site(
    theme: Theme, content: Path, as_of: date | None, site: Path, today: date, report: TellStage = silent,
    store: Store | None = None, in_any_case: bool = False, in_doubt: bool = False,
) -> Built:
    """Builds the register into the folder ``site``, warnings being errors, and says what was published.

    ``as_of`` None leaves the day to the theme's settings and the register, and then to ``today`` (all in Asia/Ho_Chi_Minh).
    With a ``store`` only what has changed is made again, and nothing is touched where nothing has, unless it is to be built
    ``in_any_case``, or ``in_doubt``: then each file of the site is read, and mended where somebody else has changed it.
    Raises InvalidRegister and SiteNotBuilt.
    """
    before = _delivered(store, site)
    files = read_record_files(content)
    made_from = _made_from(theme, content, files, as_of, today)
    if not in_any_case and not in_doubt and before.made_from == made_from and site.is_dir() and before.is_intact(site):
        return Built(before, before)
    if not (content / "pages").is_dir():
        raise SiteNotBuilt(f"{content / 'pages'}: phải có thư mục này, chứa các trang viết tay như gioi-thieu.md")
    is_as_read = cache(lambda: _made_from(theme, content, files, as_of, today) == made_from)  # asked when all is made
    with ExitStack() as to_the_end:
        try:
            with _site_folder(site, before, store) as folder:
                from generator.building.build import publish  # while the other process looks through the folder

                publication = publish(
                    content, as_of=as_of or theme.as_of(), today=today, templates=theme.templates(), report=report, store=store,
                    files=files,
                )
                report("Đang dựng và viết trang")
                around = _around(theme, publication)
                delivery = Delivery(
                    site, before, folder(), publication.today, around, in_doubt,
                    told=counted(report, "Đang dựng và viết trang", "phần"),
                )
                if store:  # what is kept from here on is made of templates
                    to_the_end.enter_context(store.unsure(is_as_read))
                wrap, theirs = theme.deliver(content, publication, delivery)
                after = Delivered(made_from, publication.today, delivery.delivered, theirs)
                delivery.new.keep_only(after.files)
        except NotOurs as error:
            raise SiteNotBuilt(str(error)) from error
        # Else a page or a template was saved meanwhile, and nobody knows what was made of it before and what after.
        if store and is_as_read():
            _keep(store, site, after, is_copied=delivery.new.copy is not None)
    return Built(before, after, publication.site, wrap)


def refuse_missing(led_to: Iterable[str], there: Container[str]) -> None:
    """Raises SiteNotBuilt where the menu leads to the address of a page that is not published."""
    for address in led_to:
        if address not in there:
            raise SiteNotBuilt(f"Danh mục dẫn đến '{address}', nhưng không có trang nào ở địa chỉ đó.")


@contextmanager
def _site_folder(site: Path, before: Delivered, store: Store | None) -> Iterator[Callable[[], SiteFolder]]:
    """The folder that becomes the site, with what is still sound of the spare's or, where there is no spare, of the
    site's; it is made ready in another process. Then the old site is the spare or, where there was none, a copy of this
    one made of links."""
    spare = store.folder / SPARE if store else None
    with whole_folder(site, spare, lambda: before.is_intact(site)) as new, _copy(site, store) as copy:
        is_spare = any(new.iterdir())

        def made_ready() -> tuple[set[str], Files]:
            """What the old site has and this folder has not, and what it has otherwise."""
            left = _delivered(store, spare).files if spare and is_spare else before.files
            missed = clear_others(new, left) if is_spare else link_all(new, site, left)
            there = {path: written for path, written in left.items() if path not in missed}
            return before.files.keys() - there.keys(), dict(there.items() - before.files.items())

        with beside(made_ready) as made:
            def folder() -> SiteFolder:
                gone, others = made()
                return SiteFolder(new, {path: left for path, left in before.files.items() if path not in gone} | others, copy)

            yield folder


@contextmanager
def _copy(site: Path, store: Store | None) -> Iterator[SiteFolder | None]:
    """Becomes the spare when the block ends without an error; None where the site before this one will be it, and where no
    folder can be made. Without it only time is lost."""
    with ExitStack() as held:
        copy = None
        if store and not site.exists() and not (store.folder / SPARE).exists():
            with suppress(OSError, NotOurs):
                copy = SiteFolder(held.enter_context(whole_folder(store.folder / SPARE)))
        yield copy
        with suppress(OSError):
            held.pop_all().close()


def _delivered(store: Store | None, folder: Path) -> Delivered:
    """How the folder was left by the last build that is known."""
    kept = store and store.get(delivered_name(folder))
    return Delivered.of_plain(kept) if kept else NOTHING


def _keep(store: Store, site: Path, after: Delivered, is_copied: bool) -> None:
    """How the site and the spare were left; the spare is a copy of the site, or the site before this one."""
    spare = store.folder / SPARE
    left = after.plain()
    if spare.is_dir() and is_copied:
        store.put(delivered_name(spare), left)
    elif spare.is_dir():
        store.rename(delivered_name(site), delivered_name(spare))
    store.put(delivered_name(site), left)
    store.forget_others()


def _around(theme: Theme, publication: Publication) -> bytes:
    """The fingerprint of all that goes around the register's pages and beside them: the same while only dialogues change."""
    menu = (text for named in publication.navigation for text in named)  # which a reform changes on its day
    return fingerprint(
        publication.sources.rest, theme.settings(), str(publication.stands_still), publication.units_page, *menu,
    )


def _made_from(theme: Theme, content: Path, files: RecordFiles, as_of: date | None, today: date) -> bytes:
    """The fingerprint of all that a site is made from, the day with it."""
    return fingerprint(
        program_fingerprint(theme.templates()), folder_fingerprint(content, but=RECORD_FOLDERS, links_out=False),
        files.fingerprint(), theme.settings(), str(as_of), str(today),
    )
