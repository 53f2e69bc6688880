"""How an office can be reached, in a line and as links that a telephone follows."""

from __future__ import annotations

import re
from urllib.parse import quote

from generator.model.contacts import Contact


def phone_link(phone: str) -> str | None:
    """"tel:02253000303" of one plain number; None of any other text, such as two numbers or an extension."""
    digits = re.sub(r"[ .()-]", "", phone)
    return f"tel:{digits}" if re.fullmatch(r"\+?\d{3,12}", digits, re.ASCII) else None


def email_link(email: str) -> str | None:
    """"mailto:vanphong@hong-bang.example" of one plain address; None of any other text."""
    return f"mailto:{email}" if re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", email, re.ASCII) else None


def contact_text(contact: Contact) -> str:
    """The office, with as much of its telephone and its addresses as is known."""
    return ", ".join(filter(None, (contact.office, contact.phone, contact.email, contact.page)))


def page_text(page: str) -> str:
    """"zalo.me/0123456789": an address as people read it."""
    return page.partition("://")[2].removesuffix("/")


def question_link(contact: Contact, subject: str) -> str | None:
    """Where a question about ``subject`` is sent: the page made for questions, a letter begun, else a call; None where
    a telephone can follow none of them."""
    letter = email_link(contact.email) if contact.email else None
    call = phone_link(contact.phone) if contact.phone else None
    return contact.page or (f"{letter}?subject={quote(subject)}" if letter else call)
