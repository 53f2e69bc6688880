"""Builds the site through MkDocs; the old site stays until the new one is whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from generator.delivery import NOTHING, Delivered, Wrap, delivered_key
from generator.fingerprints import fingerprint, of_folder, of_program
from generator.store import Store
from generator.today import today_in_vietnam
from generator.whole_folder import NotOurs, whole_folder

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from typing import Any

    from generator.build import Report
    from generator.site import Site


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
    store: Store | None = None, in_any_case: bool = False,
) -> Built:
    """Builds the register into the folder ``site``, warnings being errors, and says what was published.

    ``as_of`` None leaves the day to mkdocs.yml and the register. With a ``store`` only what has changed is made again, and
    nothing is touched where nothing has, unless it is to be built ``in_any_case``.
    Raises InvalidRegister and SiteNotBuilt.
    """
    kept = store and store.get(delivered_key(site))
    before = Delivered.of_plain(kept) if kept else NOTHING
    made_from = _made_from(content, as_of, mkdocs_yml)
    if not in_any_case and before.made_from == made_from and site.is_dir() and before.is_intact(site):
        return Built(before, before)
    try:
        with whole_folder(site) as new:
            built = _build(mkdocs_yml, content, as_of, new, report, store, site, before, made_from)
    except NotOurs as error:
        raise SiteNotBuilt(str(error)) from error
    if store:
        store.put(delivered_key(site), built.after.plain())
        store.forget_others()
    return built


def _made_from(content: Path, as_of: date | None, mkdocs_yml: Path) -> bytes:
    """The fingerprint of all that a site is made from, the day with it."""
    return fingerprint(
        of_program(_templates(mkdocs_yml)), of_folder(content), mkdocs_yml.read_bytes(), str(as_of), str(today_in_vietnam()),
    )


def _templates(mkdocs_yml: Path) -> Path:
    return mkdocs_yml.parent / _plugin_options(mkdocs_yml)["dialogues"].get("templates", "site_templates")


def _build(
    mkdocs_yml: Path, content: Path, as_of: date | None, new: Path, report: Report, store: Store | None, old: Path,
    before: Delivered, made_from: bytes,
) -> Built:
    try:
        config = load_config(str(mkdocs_yml), strict=True, site_dir=str(new), **_options(mkdocs_yml, content, as_of))
        config.plugins.on_startup(command="build", dirty=False)
        plugin = config.plugins["dialogues"]
        # Here, since MkDocs would turn InvalidRegister into a line of its log.
        plugin.prepared = plugin.read(report, store)
        plugin.old, plugin.before = old, before
        stands_still = str(plugin.prepared.stands_still)
        plugin.theme = fingerprint(mkdocs_yml.read_bytes(), of_folder(content / "pages"), stands_still)
        report("Đang viết trang")
        build(config)
        config.plugins.on_shutdown()
    except MkDocsException as error:
        raise SiteNotBuilt(error.format_message()) from error
    publication = plugin.publication
    pages = sum(len(part.entries.pages) for part in publication.parts)
    after = Delivered(made_from, publication.as_of, pages, plugin.parts, plugin.theme_files)
    return Built(before, after, publication.site, plugin.wrap)


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
    with mkdocs_yml.open(encoding="utf-8") as file:
        return yaml_load(file)["plugins"]
