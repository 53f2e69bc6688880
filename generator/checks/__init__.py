"""The rules between records, in one list, and their findings at their places; reads no file itself; imports ``reading``
and below.
"""

from generator.checks.checking import check, check_each, review
from generator.checks.listed import CHECKS, OF_EACH_DIALOGUE, OF_ONE_RECORD, REVIEWS

__all__ = ["CHECKS", "OF_EACH_DIALOGUE", "OF_ONE_RECORD", "REVIEWS", "check", "check_each", "review"]
