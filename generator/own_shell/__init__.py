"""The way to the public in a shell of the register's own, which needs neither MkDocs nor its theme; imports ``building`` and
below.
"""
