"""What is kept comes back under its own name and in its own part, or not at all."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from resource import RLIMIT_FSIZE, getrlimit, setrlimit

import pytest

from generator.keeping.store import Store

KEPT = {"delivered": "how it was left", b"\1" * 32: [1], b"\2" * 32: [2]}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "kept")
    for place in (store, store.part("search"), store.part("search").part("deep")):
        for key, value in KEPT.items():
            place.put(key, (value, place.place))
    return store


def told(store: Store) -> list[object]:
    places = (store, store.part("search"), store.part("search").part("deep"))
    return [place.get(key) for place in places for key in KEPT]


def test_what_was_put_there_is_found_also_when_the_folder_lies_elsewhere(store: Store, tmp_path: Path):
    there = [(value, place) for place in ("", "search/", "search/deep/") for value in KEPT.values()]
    assert told(store) == there
    store.folder.rename(tmp_path / "elsewhere")
    assert told(Store(tmp_path / "elsewhere")) == there


def test_what_lies_under_the_name_of_something_else_is_as_good_as_none(store: Store):
    sound = told(store)
    files = sorted(path for path in store.folder.rglob("*") if path.is_file())
    for one, other in permutations(files, 2):
        before = other.read_bytes()
        other.write_bytes(one.read_bytes())
        assert [now for now, was in zip(told(store), sound, strict=True) if now != was] == [None]
        other.write_bytes(before)
    assert told(store) == sound


def test_where_a_single_bit_has_become_another_nothing_is_there(store: Store):
    file = store.folder / "delivered"
    sound = file.read_bytes()
    for place in range(8 * len(sound)):
        damaged = bytearray(sound)
        damaged[place // 8] ^= 1 << place % 8
        file.write_bytes(damaged)
        assert store.get("delivered") is None
    file.write_bytes(sound)
    assert store.get("delivered") == ("how it was left", "")


def test_what_is_renamed_is_found_under_its_new_name_alone(store: Store):
    store.rename("delivered", "spare")
    assert (store.get("delivered"), store.get("spare")) == (None, ("how it was left", ""))


def test_where_nothing_sound_is_renamed_nothing_is_left_under_the_new_name(store: Store):
    store.put("spare", "of long ago")
    (store.folder / "delivered").write_bytes(b"damaged")
    store.rename("delivered", "spare")
    assert (store.get("delivered"), store.get("spare")) == (None, None)


@pytest.mark.parametrize("is_true", [True, False])
def test_what_is_kept_while_that_is_unsure_stays_where_it_turns_out_true(store: Store, is_true: bool):
    key, there = b"\3" * 32, {path.name for path in store.folder.iterdir()}
    with store.unsure(lambda: is_true):
        store.put(key, "meanwhile")
    assert store.get(key) == ("meanwhile" if is_true else None)
    assert {path.name for path in store.folder.iterdir()} - there == ({key.hex()} if is_true else set())


def test_what_a_full_disk_has_no_room_for_leaves_nothing_half_written(store: Store):
    before = sorted(store.folder.rglob("*"))
    room = getrlimit(RLIMIT_FSIZE)
    setrlimit(RLIMIT_FSIZE, (1000, room[1]))
    try:
        store.put("delivered", bytes(5000))
        store.put(b"\3" * 32, bytes(5000))
    finally:
        setrlimit(RLIMIT_FSIZE, room)
    assert sorted(store.folder.rglob("*")) == before
    assert store.get("delivered") == (KEPT["delivered"], "")


def test_what_was_kept_by_one_who_was_killed_while_that_was_unsure_is_forgotten_by_the_next(store: Store):
    key = b"\3" * 32
    killed = store.unsure(lambda: True)
    killed.__enter__()
    store.put(key, "meanwhile")
    with store.unsure(lambda: True):
        assert store.get(key) is None
