"""The search index as any reader of its files finds it: right pages for words, in small files, from every kind of text."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import replace
from datetime import date
from itertools import accumulate, pairwise, product
from typing import Sequence

import pytest
from hypothesis import given, strategies

from generator.building.build import read_site
from generator.building.parts import parts_of
from generator.keeping.kept_results import KeptResults, runs
from generator.keeping.store import Store
from generator.publications import search
from generator.publications.search_index import SHARD_BYTES, FoundPage, Indexer, joined, search_files, shard_file
from generator.publications.search_pages import pages_of_districts, pages_of_site
from generator.publications.search_words import SearchWords
from generator.site.published import PublishedFile, PublishedPage
from generator.text.vietnamese import fold
from tests.builders import TODAY, WORDS, a_commune, a_dialogue, a_district, a_held_dialogue, a_site, every, some_rules
from tests.page_text import links
from tests.places import GOLDEN, TEMPLATES
from tests.record_parts import a_commitment, a_conclusion, an_announcement

HOSTILE = """</script><script>alert("1")</script> & 'x'"""


class Index:
    """Reads the files alone, as the page's script does."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = {name: json.loads(content) for name, content in files.items()}
        self.about = self.files["chi-muc.json"]

    def postings(self, term: str) -> dict[int, bool]:
        """Numbers of the documents with the term, and whether it is weighty there."""
        shard = max((name for name in self.about["shards"] if term.startswith(name)), key=len)
        return {posting >> 1: bool(posting & 1) for posting in accumulate(self.files[shard_file(shard)].get(term, []))}

    def shown(self, number: int) -> list:
        size = self.about["inAFile"]
        return self.files[f"{number // size}.json"][number % size]

    def find(self, typed: str) -> set[str]:
        """Addresses of the pages that hold every word."""
        return {self.shown(number)[0] for number in set.intersection(*(set(self.postings(word)) for word in words_of(typed)))}


def index_of(*documents: FoundPage, first: int = 0) -> Index:
    return Index(files_of(documents, first))


def files_of(documents: Sequence[FoundPage], first: int = 0) -> dict[str, bytes]:
    return dict(search_files([Indexer().run(documents)], first))


def a_document(*texts: str, address: str = "x/", title: str = "", **fields: object) -> FoundPage:
    return FoundPage(address, title, "", (title,) if title else (), texts, **fields)


def published(site) -> Index:
    return Index({
        file.address.removeprefix("tim-kiem/"): file.content for file in search.publish(site)
        if isinstance(file, PublishedFile) and file.address.endswith(".json")
    })


class TestWords:
    @pytest.mark.parametrize("written", ["Sở Dầu", "SỞ DẦU", "so dau", unicodedata.normalize("NFD", "Sở Dầu"), "sở, dầu"])
    def test_are_found_however_they_are_written(self, written):
        assert index_of(a_document(written)).find("so dau") == {"x/"}

    @pytest.mark.parametrize("written", ["đồ sơn", "Đồ Sơn", unicodedata.normalize("NFD", "ĐỒ SƠN")])
    def test_with_a_crossed_d_are_found_without_it(self, written):
        assert index_of(a_document(written)).find("do son") == {"x/"}

    def test_place_tone_marks_both_ways(self):
        assert index_of(a_document("Thuỷ Nguyên", address="a/"), a_document("Thủy Nguyên", address="b/")).find("Thuỷ") == {"a/", "b/"}

    def test_that_are_not_there_find_nothing(self):
        assert index_of(a_document("Sở Dầu")).postings("dao") == {}

    def test_are_known_beside_their_neighbour(self):
        index = index_of(a_document("đường Nguyễn Văn Linh"), a_document("Văn Nguyễn, Linh"))
        assert list(index.postings("nguyen van")) == list(index.postings("van linh")) == [0]

    def test_of_two_texts_are_no_neighbours(self):
        assert index_of(a_document("Nguyễn", "Văn")).postings("nguyen van") == {}

    @pytest.mark.parametrize("written", [
        "15/9/2023", "15/09/2023", "15-09-2023", "ngày 15 tháng 9 năm 2023", "ngày 15 tháng 09 năm 2023", "Ngày 15 tháng 09 năm 2023",
    ])
    def test_of_a_day_are_the_same_numbers_side_by_side_however_it_is_written(self, written):
        index = index_of(a_document(written))
        assert list(index.postings("15 9")) == list(index.postings("9 2023")) == [0]

    def test_that_are_numbers_have_no_zeros_before_them(self):
        index = index_of(a_document("05-TB/QU, 00, 0225"))
        assert [term for term in ("05", "5", "5 tb", "00", "0", "0225", "225") if index.postings(term)] == ["5", "5 tb", "0", "225"]

    def test_of_a_title_weigh_more(self):
        index = index_of(a_document("đường"), a_document(title="Đường"), a_document("đường", title="Đường"))
        assert index.postings("duong") == {0: False, 1: True, 2: True}

    @pytest.mark.parametrize("begun", ["s_", "so d_", "so da_", "da_"])
    def test_of_a_name_are_found_from_their_beginning(self, begun):
        assert list(index_of(a_document(title="Sở Dầu", is_named=True)).postings(begun)) == [0]

    def test_of_other_titles_are_found_whole(self):
        assert index_of(a_document(title="Sở Dầu")).postings("da_") == {}


class TestFiles:
    WORDS = ["".join(letters) for letters in product("abcdefgh", repeat=4)]

    def many(self) -> list[FoundPage]:
        return [a_document(" ".join(self.WORDS[start:start + 60]), "con", address=f"{start}/") for start in range(0, 4096, 16)]

    def test_hold_every_term_where_its_longest_name_says(self):
        index = index_of(*self.many())
        assert [word for word in self.WORDS if not index.postings(word)] == []

    def test_of_words_stay_small(self):
        files = files_of(self.many())
        assert len(files) > 20
        assert [name for name, content in files.items() if name.startswith("tu-") and len(content) > 2 * SHARD_BYTES] == []

    def test_have_names_that_every_file_system_takes(self):
        names = list(files_of(self.many()))
        assert all(name.isascii() and name == name.lower() and " " not in name for name in every(names))
        assert "con.json" not in names

    def test_show_a_text_as_it_was_written(self):
        assert index_of(a_document(HOSTILE, title=HOSTILE)).shown(0) == ["x/", HOSTILE, "", [HOSTILE]]

    def test_of_a_later_page_leave_those_of_earlier_pages_as_they_were(self):
        documents = [a_document(f"chữ{number}", address=f"{number}/") for number in range(8)]
        before, after = files_of(documents), files_of([*documents, a_document("mới")])
        assert {name: after[name] for name in ("0.json", "1.json")} == {name: before[name] for name in ("0.json", "1.json")}

    def test_tell_how_many_pages_stand_before_the_dialogues(self):
        assert index_of(a_document("a"), first=1).about["first"] == 1


WRITTEN = strategies.text(strategies.sampled_from("aAâĐđ1½²_-.,; \u00a0\u2003\n\u0301\u0323ﬁßİ字'\"\\"), max_size=12)
DOCUMENTS = strategies.builds(
    FoundPage, WRITTEN, WRITTEN, WRITTEN, strategies.tuples(WRITTEN), strategies.tuples(WRITTEN, WRITTEN), strategies.booleans(),
    strategies.tuples(WRITTEN) | strategies.just(()),
)


class TestRuns:
    @given(strategies.lists(DOCUMENTS, max_size=12), strategies.lists(strategies.integers(0, 12)))
    def test_wherever_they_are_cut_make_the_same_index(self, documents, cuts):
        indexer, places = Indexer(), [0, *sorted(cuts), len(documents)]
        runs = [indexer.run(documents[start:end]) for start, end in pairwise(places)]
        assert dict(search_files(runs, 0)) == files_of(documents)

    @given(strategies.lists(DOCUMENTS, max_size=12), strategies.integers(0, 12))
    def test_some_of_which_are_joined_before_make_the_same_index(self, documents, cut):
        one_by_one = [Indexer().run([document]) for document in documents]
        assert dict(search_files([joined(one_by_one[:cut]), *one_by_one[cut:]], 0)) == files_of(documents)

    def test_that_are_kept_make_the_same_index_as_none_on_a_later_day_and_after_changes_of_either_year(self, tmp_path):
        made_of: dict[bytes, dict[str, bytes]] = {}

        def index(day: date, *notes: str, kept: bool) -> dict[str, bytes]:
            dialogues = {id: a_dialogue(id, an_announcement(f"{year}-09-20"), year=year, topic=note) for id, year, note in zip(
                ("cuoc-cu", "cuoc-moi"), (2022, 2023), notes, strict=True,
            )}
            keys = {id: f"{id} {dialogue.topic}".encode() for id, dialogue in dialogues.items()}
            site = a_site(*dialogues.values(), today=day)
            if kept:
                site = replace(site, kept=KeptResults(Store(tmp_path), lambda ids: b"".join(map(keys.__getitem__, ids)), day, b""))
            files = {file.address: file.content for file in search.publish_index(site)}
            assert not kept or made_of.setdefault(search.index_made_from(site), files) == files
            return files

        before, after = date(2023, 9, 20), date(2023, 9, 21)
        for asked in (
            (before, "cấp nước", "vỉa hè"), (after, "cấp nước", "vỉa hè"), (after, "cấp điện", "vỉa hè"), (after, "cấp điện", "đèn"),
            (date(2022, 9, 20), "cấp điện", "đèn"), (before, "cấp điện", "đèn"),
        ):
            assert index(*asked, kept=True) == index(*asked, kept=False)

    @given(strategies.lists(DOCUMENTS, max_size=6))
    def test_hold_the_words_of_every_text_and_no_others(self, documents):
        index = index_of(*documents)
        for number, document in enumerate(documents):
            words = {word for text in (document.line, *document.weighty, *document.texts, *document.called) for word in words_of(text)}
            held = {term for name in index.about["shards"] for term in index.files[shard_file(name)] if number in index.postings(term)}
            assert {term for term in held if " " not in term and "_" not in term} == words

    def test_of_the_rest_stay_where_they_are_cut_when_a_dialogue_is_added(self):
        ids = [f"2023-{number}" for number in range(3000)]
        before, after = list(runs(ids)), list(runs([*ids[:1000], "new", *ids[1000:]]))
        assert len(before) > 5 and [run for run in after if run not in before] == [run for run in after if "new" in run]
        assert [id for run in before for id in run] == ids


def words_of(text: str) -> list[str]:
    """A slow path: folds each whole word by itself."""
    composed = unicodedata.normalize("NFC", text)
    bare = [bare for word in re.findall(r"[^\W_]+", composed) for bare in re.findall("[a-z0-9]+", fold(word))]
    return [str(int(word)) if word.isdigit() else word for word in bare]


DIALOGUE = a_held_dialogue(
    "x", topic="Cấp nước sạch", subjects=["Vỉa hè Quán Toan"], venue={"name": "Đình làng"},
    held={"summary": "Hội nghị nghe báo cáo."},
    conclusion=a_conclusion(number="15-TB/QU", text="1. **Nâng cấp** [cống](https://x.example) ngõ Lửa Hồng"),
    opinions=[{
        "summary": "Đèn đường Nguyễn Văn Linh hỏng", "area": "Tổ dân phố Cam Lộ",
        "answer": {"text": "Sẽ thay **bóng**", "by": "Phòng Quản lý đô thị"},
    }],
    commitments=[a_commitment(text="Lắp gờ giảm tốc", agency="Công an phường")],
)


class TestRegister:
    @pytest.mark.parametrize("typed", [
        "cap nuoc sach", "via he quan toan", "dinh lang", "nghe bao cao", "15 tb qu", "cong ngo lua hong",
        "den duong nguyen van linh", "to dan pho cam lo", "thay bong", "phong quan ly do thi", "go giam toc", "cong an phuong",
        "dinh ky so dau hong bang", "15 8 2023", "chu tich ubnd",
    ])
    def test_a_dialogue_is_found_by_what_was_said_and_promised(self, typed):
        lists_of_agencies = {"cam-ket/hong-bang/", "cam-ket/co-quan/"}
        assert published(a_site(DIALOGUE)).find(typed) - lists_of_agencies == {"doi-thoai/2023/x/"}

    def test_a_text_is_shown_without_its_marks_and_with_its_numbers(self):
        index = published(a_site(DIALOGUE))
        assert "Kết luận: 15-TB/QU 1. Nâng cấp cống ngõ Lửa Hồng" in index.shown(max(index.postings("lua")))[3]

    def test_a_topic_weighs_as_much_as_a_title(self):
        assert set(published(a_site(DIALOGUE)).postings("nuoc sach").values()) == {True}

    def test_a_unit_is_found_by_its_name_and_its_districts(self):
        assert "quan-huyen/hong-bang/so-dau/" in published(a_site()).find("phuong so dau hong bang")

    def test_a_units_own_name_weighs_more_than_its_districts(self):
        index = published(a_site())
        weights = {index.shown(number)[0]: weight for number, weight in index.postings("hong bang").items()}
        assert weights == {"co-gi-moi/hong-bang/": True, "quan-huyen/hong-bang/": True, "quan-huyen/hong-bang/so-dau/": False}

    def test_a_unit_is_found_by_the_name_it_had(self):
        units = [a_district(), a_commune(exists_until="2023-06-30"),
                 a_commune("hong-bang/moi", "Phường Mới", predecessors=["hong-bang/so-dau"])]
        assert "quan-huyen/hong-bang/moi/" in published(a_site(units=units)).find("so dau")

    def test_units_stand_among_the_first_and_the_newest_dialogue_last(self):
        site = a_site(a_dialogue("b", an_announcement("2023-09-20")), a_dialogue("a", an_announcement("2023-10-20")))
        index = published(site)
        first = index.about["first"]
        assert [index.shown(number)[0] for number in (first - 1, first, first + 1)] == [
            "quan-huyen/hong-bang/", "doi-thoai/2023/b/", "doi-thoai/2023/a/",
        ]

    def test_a_page_written_by_hand_is_found_by_its_text(self, tmp_path):
        (tmp_path / "gioi-thieu.md").write_text("---\ntitle: Giới thiệu\n---\n\n# Sổ\n\n## Báo lỗi {: #bao-loi }\n\nViết **thư** & gọi.\n")
        index = published(replace(a_site(), handwritten=tmp_path))
        assert index.find("viet thu") == {"gioi-thieu/"}
        assert index.shown(min(index.postings("thu")))[:2] == ["gioi-thieu/", "Giới thiệu"]

    def test_headings_of_the_handbook_are_shown_without_their_ids_and_found_by_them(self, tmp_path):
        page = tmp_path / "so-tay" / "viec.md"
        page.parent.mkdir()
        page.write_text("---\ntitle: Việc\ndescription: Làm gì\n---\n\n## Báo cáo quý, trước ngày 15 { #report-is-sent }\n\n## Khác\n")
        index = published(replace(a_site(), handwritten=tmp_path))
        assert index.shown(min(index.postings("report")))[3] == ["Làm gì", "Báo cáo quý, trước ngày 15", "Khác", "report-is-sent"]
        assert index.find("report-is-sent") == {"so-tay/viec/"}

    def test_pages_of_the_site_are_found_by_what_people_look_for(self):
        assert published(a_site()).find("iphone") == {"dang-ky-lich/"}

    @pytest.mark.parametrize("typed, page", [
        ("loi hua", "cam-ket/"), ("dat lich nhac dien thoai", "dang-ky-lich/"), ("lich thang 9", "doi-thoai/2023-09/"), ("tin moi", "co-gi-moi/"),
    ])
    def test_pages_of_the_site_are_found_by_what_people_call_them(self, typed, page):
        assert page in published(a_site()).find(typed)

    def test_what_people_call_a_page_is_not_shown(self):
        index = published(a_site())
        _, title, line, texts, called = index.shown(max(index.postings("loi hua")))
        assert "lời hứa" in " ".join(called) and "lời hứa" not in " ".join((title, line, *texts))

    def test_a_districts_conclusions_are_found_where_one_of_its_communes_held_a_dialogue(self):
        held, to_come = a_site(DIALOGUE), a_site(a_dialogue("x", an_announcement()))
        assert "ket-luan/hong-bang/" in published(held).find("hong bang") - published(to_come).find("hong bang")

    @pytest.mark.parametrize("typed, page", [
        ("doi thoai thang 8 nam 2022", "doi-thoai/2022-08/"), ("cam ket sau doi thoai nam 2022", "cam-ket/2022/"),
        ("thong bao ket luan nam 2022", "ket-luan/2022/"), ("tien do thuc hien chi tieu nam 2022", "tien-do/2022/"),
        ("moi cuoc doi thoai nam 2022", "doi-thoai/2022/"),
    ])
    def test_pages_of_an_earlier_year_are_found_by_their_titles(self, typed, page):
        site = a_site(a_held_dialogue("old", "2022-08-15"), rules=[some_rules(2022), some_rules(2023)])
        assert page in published(site).find(typed)

    def test_pages_of_the_present_year_are_found_before_those_of_earlier_ones(self):
        index = published(a_site(a_held_dialogue("old", "2022-08-15"), rules=[some_rules(2022), some_rules(2023)]))
        months = [index.shown(number)[0] for number in sorted(index.postings("thang 9"), reverse=True)]
        assert months == ["doi-thoai/2023-09/", "doi-thoai/2022-09/"]

    def test_dialogues_are_found_by_their_month(self):
        assert "doi-thoai/2023/x/" in published(a_site(DIALOGUE)).find("thang 8 nam 2023")

    def test_the_units_names_stand_in_the_order_in_which_they_are_found(self):
        index = published(a_site())
        first, units = index.about["first"], index.about["units"]
        assert units == [index.shown(first - 1 - place)[1] for place in range(len(units))]


class TestPage:
    def page(self) -> PublishedPage:
        return next(file for file in search.publish(a_site()) if isinstance(file, PublishedPage))

    def test_says_what_to_do_without_scripts(self):
        assert "<noscript>" in self.page().body and "../quan-huyen/" in links(self.page())


def test_the_line_of_a_dialogue_breaks_within_no_state_but_after_its_comma():
    index = published(a_site(a_dialogue("cuoc-1", an_announcement("2023-08-15", "2023-07-20"))))
    (line,) = every(line for address, _, line, *_ in map(index.shown, index.postings("so")) if address.startswith("doi-thoai/2023/cuoc-1"))
    assert line.rpartition(" · ")[2] == "Đã\u00a0qua\u00a0ngày, chưa\u00a0có\u00a0báo\u00a0cáo"


def test_what_people_call_a_new_day_leads_to_what_pages_call_it():
    said = {line.lower() for line in WORDS.status.values()}
    words = SearchWords.read(TEMPLATES)
    assert {words.everyday[name] for name in ("dời lịch", "đổi giờ", "lùi ngày")} == {WORDS.status["rescheduled"].lower()}
    assert [word for word in words.toned if not any(word in line for line in said)] == []


NOT_FOUND = {"": "where people come first", "tim-kiem": "the search itself", "ghi-viec": "asked for from a record's page"}
"""By the first folder of an address, which is that of its kind."""


def test_each_kind_of_page_is_found_or_left_out_for_a_reason():
    site, called = read_site(GOLDEN, as_of=None, today=TODAY, templates=TEMPLATES), SearchWords.read(TEMPLATES).pages
    published = {page.address for part in parts_of(site) for page in part.publish(site.today) if isinstance(page, PublishedPage)}
    found = {page.address for page in (*pages_of_site(site, called), *pages_of_districts(site, called))}
    assert {first_folder(address) for address in published} - {first_folder(address) for address in found} == NOT_FOUND.keys()


def first_folder(address: str) -> str:
    return address.partition("/")[0]
