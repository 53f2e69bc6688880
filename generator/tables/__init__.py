"""The open data: every table the register publishes as JSON and CSV, with its columns defined once; figures come from
``consequences``; imports ``site`` and below.
"""

from generator.tables.dialogues import DIALOGUES
from generator.tables.figures import LEDGER, PACE, PROGRESS
from generator.tables.follow_up import COMMITMENTS, CONCLUSIONS
from generator.tables.table import Row, Table
from generator.tables.units import UNITS

TABLES: tuple[Table, ...] = (UNITS, DIALOGUES, LEDGER, PROGRESS, PACE, CONCLUSIONS, COMMITMENTS)
FIGURES = (LEDGER, PROGRESS, PACE)
"""What is counted of a year, which no later day changes when it is over."""
TABLE_NAMED = {table.name: table for table in TABLES}

__all__ = ["DIALOGUES", "FIGURES", "Row", "TABLES", "TABLE_NAMED", "Table"]
