"""The versions of the open data and their days. Only additions are made to a version 1.x; what each has added is told in
``titles.yml``, under its number.
"""

from __future__ import annotations

from datetime import date

VERSIONS = {
    "1.0": date(2026, 11, 23),
    "1.1": date(2026, 11, 29),
    "1.2": date(2026, 11, 29),
    "1.3": date(2026, 11, 29),
    "1.4": date(2026, 11, 29),
    "1.5": date(2026, 11, 30),
}
"""The newest at the end; its number stands in every file."""
VERSION = list(VERSIONS)[-1]
