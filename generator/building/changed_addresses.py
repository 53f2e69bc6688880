"""Which addresses a build has changed, and which a cache in front of the site must let go of."""

from __future__ import annotations

from generator.building.delivery import OF_RELEASES, Delivered


def changed_addresses(before: Delivered, after: Delivered) -> list[str]:
    """Of files that were written or are gone. A file that is the same as before was written only where the folder with the
    old site, or the record of it, was not there any more. Without what a release writes, which a build finds changed by
    the last release and leaves to the next."""
    old, new = before.files, after.files
    paths = [path for path in {*old, *new} if old.get(path) != new.get(path) and not path.startswith(OF_RELEASES)]
    return sorted(path.removesuffix("index.html") for path in paths)


def addresses_to_purge(before: Delivered, after: Delivered) -> list[str]:
    """The changed ones, and with them all that a build and its release write anew whenever anything is another: who serves
    the one without the other has changed these too. None where nothing is."""
    changed = changed_addresses(before, after)
    if not changed and before.made_from == after.made_from:
        return []
    from generator.model.data_addresses import REWRITTEN  # a build that changes nothing needs no model

    return sorted({*changed, *REWRITTEN})
