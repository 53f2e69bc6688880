"""The addresses of the handbook's pages by roles, which are a promise as all others are."""

from __future__ import annotations

from generator.model.addresses import HANDBOOK

ROLES = {
    "clerk": f"{HANDBOOK}can-bo-ghi-so/", "unit": f"{HANDBOOK}don-vi/", "commission": f"{HANDBOOK}co-quan-tong-hop/",
    "keeper": f"{HANDBOOK}nguoi-giu-may/",
}
"""None is called after a level or an office, which laws rename."""
BOOKLET = f"{HANDBOOK}ban-in/"
PICTURES = f"{HANDBOOK}anh/"
