"""Files and folders of this machine – whole or not at all, walked, served, taken from a revision – whatever they hold;
imports no other room.
"""
