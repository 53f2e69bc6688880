"""What an earlier build worked out, under the fingerprint of all it was made from, and how work is shared out; never
what is worked out; imports no other room.
"""
