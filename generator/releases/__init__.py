"""Releases of a built site: the digests of its files, the log that only grows, what a copy of it must agree with; never
what a change means, which ``comparing`` judges; imports ``comparing`` and below.
"""
