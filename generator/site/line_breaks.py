"""Where a line may not break: by the no-break spaces of what pages show."""

from __future__ import annotations

from generator.site.words import Words

_NO_BREAK = "\u00a0"


def one_line(text: str) -> str:
    return text.replace(" ", _NO_BREAK)


def unbroken(title: str, words: Words) -> str:
    """The title of a dialogue, in which no line breaks within a post, such as "Bí thư"."""
    for post in (*words.deputy.values(), *words.post.values()):
        title = title.replace(post, one_line(post))
    return title


def masthead(name: str, words: Words) -> str:
    """The register's name over every page, in which no line breaks within a word that reads oddly in halves."""
    for word in words.labels.kept_whole.split(", "):
        name = name.replace(word, one_line(word))
    return name
