"""Registrations and results as districts send them in Excel sheets, read into records; what is not understood is asked,
never guessed; imports ``editing`` and below.
"""
