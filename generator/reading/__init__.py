"""Files of YAML to records, with the line of every field, and every problem at its place; never a rule between records;
imports ``consequences`` and below.
"""
