"""The reports that offices send: the forms of a unit and a period, ready to sign; which forms there are, and their headings,
are data; imports ``publications`` and below.
"""

from generator.reports.filled_forms import report_sheet
from generator.reports.period import NoReport, ReportCutoff, ReportPeriod, report_period
from generator.reports.sheet import ReportSheet

__all__ = ["NoReport", "ReportCutoff", "ReportPeriod", "ReportSheet", "report_period", "report_sheet"]
