"""What follows from the facts and a day – status, ledger, progress, clocks, duties, answers, changes – and never a word that
people read; imports ``model`` and below.
"""
