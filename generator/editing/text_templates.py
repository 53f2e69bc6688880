"""Templates of what is no HTML: records, and the files that a register begins with."""

from __future__ import annotations

from pathlib import Path

import jinja2
import yaml

from generator.site.short_days import short_day


def text_templates(templates: Path) -> jinja2.Environment:
    """For YAML and Markdown, in which nothing is escaped; what YAML might misread is ``quoted``."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates), undefined=jinja2.StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True, autoescape=False,
    )
    environment.filters |= {"quoted": quoted, "short_day": short_day}
    return environment


def quoted(text: str) -> str:
    """As one line of YAML that is read as this text, whatever it holds."""
    return yaml.safe_dump(text, allow_unicode=True, width=10_000, default_style='"').strip()
