"""Registers of several provinces on one page, from what each has published and released, and nothing else; a figure is taken
as its register tells it; imports ``releases`` and below.
"""
