"""Which field a clerk meant by a name that no field has: one spelt otherwise, another word for it, or one of another level."""

from __future__ import annotations

import re
from typing import Collection, Iterator, Mapping

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.reading.declared_fields import fields_of, holds_list, model_at, model_inside
from generator.reading.field_paths import FieldPath
from generator.text.vietnamese import fold, nearest

OTHER_WORDS: Mapping[str, str] = {
    "unit": "commune ward district place_id don_vi phuong xa quan huyen dia_phuong",
    "kind": "type category form loai loai_hinh hinh_thuc_doi_thoai",
    "presided_by": "chair chaired_by chairs host hosts hosted_by presider presiders presided leader leaders led_by"
    " chu_tri nguoi_chu_tri",
    "co_organisers": "co_organizers organisers organizers partners co_hosts phoi_hop don_vi_phoi_hop",
    "topic": "title theme subject heading chu_de tieu_de noi_dung ten",
    "subjects": "topics themes contents agenda noi_dung cac_noi_dung",
    "audiences": "audience groups target_groups doi_tuong thanh_phan",
    "mode": "format attendance_mode way hinh_thuc cach_thuc",
    "venue": "place location site hall where dia_diem noi_to_chuc noi hoi_truong",
    "further_sites": "sites other_sites more_sites diem_cau",
    "serves": "units communes wards served phuc_vu",
    "area": "region dia_ban khu_vuc",
    "participation": "participate take_part how_to_join tham_gia cach_tham_gia",
    "notified_on": "notified ngay_bao",
    "observer": "observers monitor theo_doi don_vi_theo_doi",
    "registration": "register registered plan dang_ky ke_hoach",
    "schedule": "announcements announcement calendar dates lich lich_hop thong_bao",
    "held": "result results meeting took_place done to_chuc da_to_chuc ket_qua",
    "conclusion": "conclusions closing ket_luan thong_bao_ket_luan",
    "opinions": "questions feedback comments proposals y_kien kien_nghi",
    "commitments": "promises pledges promise tasks todo cam_ket viec_can_lam",
    "legal_basis": "basis law laws can_cu",
    "sources": "source references links nguon",
    "note": "notes comment remark remarks ghi_chu",
    "corrections": "errata correction fixes dinh_chinh",
    "name": "title hall place room ten ten_goi",
    "address": "street addr dia_chi",
    "latitude": "lat vi_do", "longitude": "lng lon long kinh_do",
    "online_url": "url link online zoom meet dia_chi_truc_tuyen",
    "registered_on": "date day registered registration_date ngay ngay_dang_ky",
    "period": "month quarter time when thang quy thoi_gian du_kien",
    "announced_on": "announced announcement_date published published_on ngay_thong_bao",
    "day": "date held_on meeting_date when on ngay ngay_doi_thoai ngay_hop ngay_to_chuc",
    "start": "from begin begins start_time starts hour time gio gio_bat_dau bat_dau",
    "end": "to until end_time ends finish till gio_ket_thuc ket_thuc",
    "part_of_day": "session half_day daytime buoi",
    "state": "status tinh_trang trang_thai",
    "reason": "why because cause ly_do",
    "notice": "document letter invitation giay_moi van_ban",
    "who": "invited participants audience ai thanh_phan moi",
    "opinions_from": "from nhan_tu", "opinions_until": "until deadline to han_gui_y_kien nhan_den",
    "opinions_to": "send_to email noi_nhan noi_nhan_y_kien", "attend_until": "sign_up_until han_dang_ky",
    "attend_to": "sign_up_to noi_dang_ky", "contact": "contacts office lien_he dau_moi",
    "page": "zalo url link website facebook trang hoi_dap",
    "office": "name agency department van_phong co_quan", "phone": "tel telephone mobile phone_number dien_thoai sdt",
    "email": "mail e_mail thu_dien_tu",
    "reported_on": "reported ngay_ghi", "day_note": "date_note note ghi_chu",
    "attended": "present leaders_present du", "attendance": "attendees participants people number_of_people so_nguoi"
    " so_nguoi_du nguoi_du",
    "speakers": "speeches number_of_speakers phat_bieu luot_phat_bieu so_nguoi_phat_bieu",
    "summary": "text content description question opinion tom_tat noi_dung dien_bien",
    "count": "number total amount people quantity so so_luong so_nguoi",
    "of": "unit who kind type don_vi_tinh", "precision": "accuracy exactness do_chinh_xac",
    "total": "count number sum all tong tong_so so_y_kien", "total_precision": "precision",
    "before": "beforehand in_advance sent_before gui_truoc truoc", "at_meeting": "during live on_site tai_hoi_nghi truc_tiep",
    "answered_at_meeting": "answered da_tra_loi tra_loi_tai_cho", "answered_later": "later giai_quyet_sau",
    "passed_up": "escalated forwarded chuyen_cap_tren vuot_tham_quyen",
    "number": "no code num symbol so so_hieu ky_hieu",
    "issued_on": "date day issued signed signed_on dated ngay ngay_ban_hanh ngay_ky",
    "sent_on": "sent ngay_gui", "published_on": "published publication_date public_on ngay_cong_khai",
    "text": "content body summary description title promise words noi_dung toan_van",
    "document": "file attachment pdf van_ban tep", "file": "filename path document attachment tep ten_tep",
    "answer": "response reply tra_loi", "answered_on": "date day answered ngay ngay_tra_loi",
    "by": "who office agency answered_by co_quan nguoi_tra_loi co_quan_tra_loi",
    "document_number": "number no so_van_ban", "field": "sector domain area_of linh_vuc",
    "handling": "handled status result cach_giai_quyet xu_ly",
    "id": "no number code stt ma", "agency": "office responsible responsible_agency department unit by owner co_quan"
    " don_vi co_quan_chu_tri",
    "due": "deadline due_date due_on until by_date when han thoi_han han_xu_ly",
    "updates": "update progress history cap_nhat tien_do",
    "taken_over_by": "taken_over takeover successor tiep_nhan nhan_tiep don_vi_nhan",
    "taken_over_on": "date day on ngay ngay_nhan ngay_nhan_tiep",
    "updated_on": "date day updated on ngay ngay_cap_nhat", "outcome": "result status state ket_qua tinh_trang",
    "evidence": "proof proofs documents minh_chung tai_lieu",
    "url": "link address href website dia_chi duong_dan", "title": "name heading ten ten_van_ban tieu_de",
    "corrected_on": "date day corrected ngay ngay_dinh_chinh", "was": "old before old_value previous gia_tri_cu",
    "demand": "request petition yeu_cau de_nghi", "asked_by": "who by requester nguoi_yeu_cau ai_yeu_cau",
    "voters": "people signatures so_cu_tri cu_tri", "asked_on": "date day asked ngay ngay_yeu_cau",
    "answer_by": "deadline until han han_tra_loi",
    "redactions": "redaction removed xoa_bo che", "redacted_on": "date day redacted removed_on ngay ngay_xoa",
    "post": "role position title office chuc_danh chuc_vu", "deputy": "vice acting is_deputy pho cap_pho",
}
"""What people write for a field, folded, in English and in Vietnamese; the field's own level decides between two that share
a word, and the first of a level is meant."""
_MOST_PLACES = 3
_HERE = "không có trường này"


def unknown_field(root: type[BaseModel], path: FieldPath) -> tuple[str, str | None]:
    """What to say of a field that the model at its place does not know, and the name that was meant there."""
    written, model = str(path[-1]), model_at(root, path[:-1])
    names = tuple(fields_of(model))
    if meant := field_meant(written, model):
        return _HERE, meant
    if elsewhere := _places_of(written, root):
        return f"{_HERE} ở đây; trường này nằm trong {elsewhere}: hãy ghi vào đó, thụt dòng theo", None
    if other := _by_other_word(written, all_fields(root)):
        return f"{_HERE}; trường '{other}' nằm trong {_places_of(other, root)}", None
    written_here = [name for name in names if path[1:] or name not in ("id", "year")]  # which the file's place says
    return f"{_HERE}; ở đây có thể ghi: {', '.join(written_here)}", None


def group_meant(root: type[BaseModel], path: FieldPath, written: Collection[str]) -> str | None:
    """Where a field of this name holds just such fields, when it is written at another level."""
    for group, model in _levels(root):
        inner = fields_of(model).get(str(path[-1]))
        held = model_inside(inner) if inner and not holds_list(inner) else None
        if held and written and set(written) <= set(fields_of(held)):
            return f"{group}.{path[-1]}" if group else str(path[-1])
    return None


def entry_begun(declared: FieldInfo) -> str | None:
    """How an entry of a list of groups begins in a record: by the first field that each must have; None for another list."""
    inner = model_inside(declared)
    must_have = [name for name, field in fields_of(inner).items() if field.is_required()] if inner else []
    return f"- {must_have[0]}: …" if must_have else None


def field_meant(written: str, model: type[BaseModel]) -> str | None:
    """Of this level: the one so spelt, the one so called, or the nearest; also by what its description begins with."""
    names = tuple(fields_of(model))
    same = {name.replace("_", ""): name for name in names}.get(_bare(written))
    by_words = {re.split(r"[,;:]", field.description or name)[0]: name for name, field in fields_of(model).items()}
    near = nearest(written.replace("_", " "), tuple(by_words))
    return same or _by_other_word(written, names) or (by_words[near] if near else nearest(written, names))


def all_fields(root: type[BaseModel]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for _, model in _levels(root) for name in fields_of(model)))


def _by_other_word(written: str, names: tuple[str, ...]) -> str | None:
    word = re.sub(r"[\s-]+", "_", fold(written))
    return next((name for name in names if word in OTHER_WORDS.get(name, "").split()), None)


def _bare(written: str) -> str:
    return re.sub(r"[\W_]+", "", fold(written))


def _places_of(name: str, root: type[BaseModel]) -> str:
    """Groups that hold a field of this name, outermost first; empty where none does."""
    groups = [group or "các trường ngoài cùng (sát lề trái)" for group, model in _levels(root) if name in fields_of(model)]
    return ", ".join(groups[:_MOST_PLACES])


def _levels(root: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    """Each group of fields by its path, without numbers, level by level."""
    waiting: list[tuple[str, type[BaseModel]]] = [("", root)]
    while waiting:
        group, model = waiting.pop(0)
        yield group, model
        for name, declared in fields_of(model).items():
            if inner := model_inside(declared):
                waiting.append((f"{group}.{name}" if group else name, inner))
