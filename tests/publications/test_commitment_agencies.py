"""The page of agencies: by what they look after, one entry for all spellings of a name."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from generator.model import AgencyList
from generator.publications import api, commitments, dialogues
from generator.site.site import Site
from tests.builders import a_held_dialogue, a_site, published_at
from tests.record_parts import a_commitment

LIST = AgencyList.model_validate({
    "fields": {"dat-dai": "Đất đai, môi trường", "an-ninh": "Công an, trật tự"},
    "agencies": [
        {"name": "Công an", "field": "an-ninh", "spellings": ["CA"]},
        {"name": "Phòng Tài nguyên và Môi trường", "field": "dat-dai", "spellings": ["Phòng TNMT"]},
    ],
})


def a_site_of(*agencies: str, listed: AgencyList = LIST) -> Site:
    made = [a_commitment(id=str(number), agency=agency) for number, agency in enumerate(agencies, 1)]
    site = a_site(a_held_dialogue(commitments=tuple(made)))
    return replace(site, register=replace(site.register, agencies=listed))


def page(site: Site, module=commitments, address: str = "cam-ket/co-quan/") -> str:
    return published_at(address, module, site).body


def test_agencies_stand_below_what_they_look_after_in_the_order_of_the_list():
    body = page(a_site_of("Công an phường Sở Dầu", "Phòng TNMT quận Hồng Bàng", "Đoàn Thanh niên"))
    assert re.findall(r"<h2 id=\"[a-z-]+\">(.*?)</h2>", body) == ["Đất đai, môi trường", "Công an, trật tự", "Cơ quan khác"]


def test_two_spellings_are_one_agency_with_all_that_it_owes():
    body = page(a_site_of("Công an phường Sở Dầu", "CA phường Sở Dầu"))
    assert re.findall(r'<th scope="row">(.*?)</th>', body) == ["Công an phường Sở Dầu"]
    assert "2 cam kết: 2\u00a0" in body and "CA phường" not in body


def test_a_dialogue_keeps_the_words_of_its_record_and_leads_to_the_agencys_list():
    site = a_site_of("CA phường Sở Dầu")
    body = page(site, dialogues, "doi-thoai/2023/so-dau-dinh-ky/")
    (leads_to,) = re.findall(r'<a href="\.\./\.\./\.\./(cam-ket/hong-bang/)#(co-quan-[a-z-]+)">CA phường Sở Dầu</a>', body)
    assert leads_to == ("cam-ket/hong-bang/", "co-quan-cong-an-phuong-so-dau")
    assert f'id="{leads_to[1]}"' in page(site, commitments, leads_to[0])


def test_a_register_without_a_list_has_kinds_of_agencies_and_no_fields():
    body = page(a_site_of("Công an phường Sở Dầu", listed=AgencyList()))
    assert "<h2" not in body and ">Công an<br>" in body


def test_the_page_can_be_counted_again_from_the_open_data():
    written = ["Công an phường Sở Dầu", "CA phường Sở Dầu", "CA quận", "Ban Quản lý chợ"]
    site = a_site_of(*written)
    data = json.loads(published_at("api/v1/commitments-2023.json", api, site).content)
    rows = data["rows"]
    assert [(row["agency"], row["agency_name"], row["agency_kind"], row["agency_field"]) for row in rows] == [
        (written[0], "Công an phường Sở Dầu", "Công an", "Công an, trật tự"),
        (written[1], "Công an phường Sở Dầu", "Công an", "Công an, trật tự"),
        (written[2], "Công an quận", "Công an", "Công an, trật tự"),
        (written[3], "Ban Quản lý chợ", None, None),
    ]
    body = page(site)
    assert f"{len({row['agency_name'] for row in rows})} cơ quan chủ trì" in body
    assert f"{len({row['agency_name'] for row in rows if row['agency_kind']})} cơ quan, 3 cam kết" in body
