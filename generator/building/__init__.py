"""One build: the site's parts, made or taken over from an earlier build, and delivered into a folder; knows no theme;
imports ``publications`` and below.
"""
