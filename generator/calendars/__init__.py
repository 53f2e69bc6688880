"""Dialogues as events and feeds (RFC 5545, RFC 7986); which feeds there are is for ``publications``; imports ``site``
and below.
"""
