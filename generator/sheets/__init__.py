"""Registrations and results as districts send them in Excel sheets, read into records."""
