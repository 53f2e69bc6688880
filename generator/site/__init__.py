"""A checked register on its day, ready to be shown: words, formats, templates, charts; publishes nothing itself; imports
``reading`` and below.
"""
