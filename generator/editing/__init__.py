"""What clerks' commands write into the content folder: entries of records, new records, years opened and closed; keeps
every letter it was not told to change; imports ``building`` and below.
"""
