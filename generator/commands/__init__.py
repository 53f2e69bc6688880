"""The command line: what a clerk types, the words of the answer, and the only printing there is; works nothing out
itself; imports every other room.
"""
