"""What an earlier build worked out, under the fingerprint of all it was made from, how work is shared out, and what it tells of
itself meanwhile; never what is worked out; imports no other room.
"""
