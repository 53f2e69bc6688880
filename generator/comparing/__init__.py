"""What the public will see of a change, and the promises that it must keep; judges records that are read already;
imports ``publications`` and below.
"""
