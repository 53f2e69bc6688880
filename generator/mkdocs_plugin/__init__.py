"""The way to the public through MkDocs and its Material theme; nothing else in the project knows of them; imports
``building`` and below.
"""
