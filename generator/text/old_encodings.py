"""Text of the fonts and encodings that came before Unicode, or misread, told by letters that no Vietnamese word has."""

from __future__ import annotations

import re

_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_TCVN3 = re.compile(
    "[A-Za-zÀ-ÿ][µ¸¶·¹¨»¾¼½©®ª«¬§]|[®§][A-Za-zÀ-ÿ¨©ª«¬µ¶·¸¹»¼½¾]"  # a vowel or đ of TCVN3 beside a letter
    "|[a-z][ÆÇËÎÏÐÑÖ×ØÜÞ](?![A-Z])|[ÆÇËÎÏÑÖ×ØÜÞ][a-z]"  # a small letter of TCVN3 that looks like a capital one
)
_VNI = re.compile("a[âáàåãäêéèúüëùøûõï]|e[âáàåãäùøûõï]|o[âåäùøûõï]|[uy][ùøûõï]|ö[ùøûõïô]?|ô[ùøûõï]|[ñÑ]")
"""Pairs of letters that no Vietnamese word has; French and Spanish words have one of them, hardly two in a line."""
MISREAD_UTF8 = re.compile("Ã[\u0080-¿]|Ä[\u0080-\u009f‘’ƒ]|áº|á»|Æ°|Æ¡")


def old_encoding(written: str) -> re.Match[str] | None:
    """Where a composed text looks like letters of TCVN3 or VNI fonts, or like UTF-8 read as something else."""
    if misread := MISREAD_UTF8.search(written):
        return misread
    if _VIETNAMESE.search(written):
        return None
    return _TCVN3.search(written) or (_VNI.search(written) if len(_VNI.findall(written)) >= 2 else None)
