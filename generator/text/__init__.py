"""Vietnamese text as a program needs it – folded, ordered, shortened, plain or formatted – and nothing that knows what a
dialogue is; imports no other room.
"""
