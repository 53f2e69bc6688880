"""Builds the site through MkDocs, which is imported when there is something to build; the old site stays until the new one is
whole."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

from mkdocs.utils.yaml import yaml_load

from generator.building.delivery import NOTHING, Delivered, Delivery, Wrap, delivered_name
from generator.building.today import today_in_vietnam
from generator.files.site_folder import SiteFolder, clear_others, link_all
from generator.files.whole_folder import NotOurs, whole_folder
from generator.keeping.fingerprints import fingerprint, of_folder, of_program
from generator.keeping.processes import beside
from generator.keeping.store import Store
from generator.reading.record_files import RECORD_FOLDERS, RecordFiles, read_record_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path
    from typing import Any

    from mkdocs.config.defaults import MkDocsConfig

    from generator.building.build import Publication, Report
    from generator.mkdocs_plugin.plugin import DialoguesPlugin
    from generator.site.site import Site


SPARE = "spare"
"""The folder beside what is kept that the next site grows in, so that little need be made."""


class SiteNotBuilt(Exception):
    """MkDocs refused or warned; the old site, where there was one, is as it was. ``str()`` says why."""


@dataclass(frozen=True)
class Built:
    """``before`` and ``after`` are how the folder was left by the last build and by this one; the same where nothing
    that the site is made from has changed."""

    before: Delivered
    after: Delivered
    site: Site | None = None
    """What the site was made from, and ``wrap`` what its pages were put into; None where nothing was made."""
    wrap: Wrap | None = None


def build_site(
    content: Path, as_of: date | None, site: Path, mkdocs_yml: Path, report: Report = lambda stage: None,
    store: Store | None = None, in_any_case: bool = False, in_doubt: bool = False, today: date | None = None,
) -> Built:
    """Builds the register into the folder ``site``, warnings being errors, and says what was published.

    ``as_of`` None leaves the day to mkdocs.yml and the register, and then to ``today``, which is read off the clock where it
    is None (all in Asia/Ho_Chi_Minh). With a ``store`` only what has changed is made again, and nothing is touched where
    nothing has, unless it is to be built ``in_any_case``, or ``in_doubt``: then each file of the site is read, and mended
    where somebody else has changed it.
    Raises InvalidRegister and SiteNotBuilt.
    """
    before = _delivered(store, site)
    files = read_record_files(content)
    made_from = _made_from(content, files, as_of, mkdocs_yml, today)
    if not in_any_case and not in_doubt and before.made_from == made_from and site.is_dir() and before.is_intact(site):
        return Built(before, before)
    from mkdocs.commands.build import build
    from mkdocs.exceptions import MkDocsException

    try:
        with _plugin(mkdocs_yml, content, as_of) as (config, plugin), _site_folder(site, before, store) as folder:
            # Here, since MkDocs would turn InvalidRegister into a line of its log.
            prepared = plugin.prepared = plugin.read(report, store, files, today)
            assert prepared.site
            report("Đang dựng và viết trang")
            delivery = plugin.delivery = Delivery(
                site, before, folder(), prepared.today, _theme(mkdocs_yml, content, prepared), in_doubt,
                told=lambda taken, of: report(f"Đang dựng và viết trang ({taken}/{of} phần)"),
            )
            with beside(prepared.site.compile_templates):  # while MkDocs is busy with its own
                build(config)
            after = Delivered(made_from, plugin.publication.today, delivery.delivered, plugin.theme_files)
            delivery.new.keep_only(after.files)
    except NotOurs as error:
        raise SiteNotBuilt(str(error)) from error
    except MkDocsException as error:
        raise SiteNotBuilt(error.format_message()) from error
    if store and _made_from(content, files, as_of, mkdocs_yml, today) == made_from:
        _keep(store, site, after, is_copied=delivery.new.copy is not None)
    elif store:  # a page or a template was saved meanwhile, and nobody knows what was made of it before and what after
        store.forget_all()
    return Built(before, after, plugin.publication.site, plugin.wrap)


@contextmanager
def _site_folder(site: Path, before: Delivered, store: Store | None) -> Iterator[Callable[[], SiteFolder]]:
    """The folder that becomes the site, with what is still sound of the spare's or, where there is no spare, of the
    site's; it is made ready in another process. Then the old site is the spare or, where there was none, a copy of this
    one made of links."""
    spare = store.folder / SPARE if store else None
    with whole_folder(site, spare, lambda: before.is_intact(site)) as new, _copy(site, store) as copy:
        is_spare = any(new.iterdir())
        left = _delivered(store, spare).files if spare and is_spare else before.files
        ready = partial(clear_others, new, left) if is_spare else partial(link_all, new, site, left)
        with beside(ready) as missed:
            yield lambda: SiteFolder(new, {path: left[path] for path in left.keys() - missed()}, copy)


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


def _made_from(content: Path, files: RecordFiles, as_of: date | None, mkdocs_yml: Path, today: date | None) -> bytes:
    """The fingerprint of all that a site is made from, the day with it."""
    return fingerprint(
        of_program(_templates(mkdocs_yml)), of_folder(content, but=RECORD_FOLDERS), files.fingerprint(),
        mkdocs_yml.read_bytes(), str(as_of), str(today or today_in_vietnam()),
    )


def _templates(mkdocs_yml: Path) -> Path:
    folder: str = _plugin_options(mkdocs_yml)["dialogues"].get("templates", "site_templates")
    return mkdocs_yml.parent / folder


def _theme(mkdocs_yml: Path, content: Path, publication: Publication) -> bytes:
    """The fingerprint of what pages are wrapped in, beside the program and its templates."""
    return fingerprint(mkdocs_yml.read_bytes(), of_folder(content / "pages"), str(publication.stands_still))


@contextmanager
def _plugin(mkdocs_yml: Path, content: Path, as_of: date | None) -> Iterator[tuple[MkDocsConfig, DialoguesPlugin]]:
    """MkDocs made ready to build into a folder of its own, from which the plugin delivers. Raises MkDocsException."""
    from mkdocs.config import load_config

    with TemporaryDirectory() as theme:
        config = load_config(str(mkdocs_yml), strict=True, site_dir=theme, **_options(mkdocs_yml, content, as_of))
        config.plugins.on_startup(command="build", dirty=False)
        plugin = cast("DialoguesPlugin", config.plugins["dialogues"])  # as pyproject.toml says
        try:
            yield config, plugin
        finally:
            plugin.delivery = None  # MkDocs keeps its plugins for the next build
        config.plugins.on_shutdown()


def _options(mkdocs_yml: Path, content: Path, as_of: date | None) -> dict[str, Any]:
    """What the commands say instead of mkdocs.yml. Raises SiteNotBuilt."""
    if not (content / "pages").is_dir():
        raise SiteNotBuilt(f"{content / 'pages'}: phải có thư mục này, chứa các trang viết tay như gioi-thieu.md")
    plugins = _plugin_options(mkdocs_yml)
    plugins["dialogues"]["content"] = str(content.resolve())
    if as_of is not None:
        plugins["dialogues"]["as_of"] = as_of
    return {"docs_dir": str(content.resolve() / "pages"), "plugins": plugins}


def _plugin_options(mkdocs_yml: Path) -> dict[str, Any]:
    """Raises SiteNotBuilt where the plugin is not among them, with its options."""
    with mkdocs_yml.open(encoding="utf-8") as file:
        plugins = yaml_load(file).get("plugins")
    if not isinstance(plugins, dict) or not isinstance(plugins.get("dialogues"), dict):
        raise SiteNotBuilt(f"{mkdocs_yml}: trong plugins phải có 'dialogues:' và các tùy chọn của nó, như content: content")
    return plugins
