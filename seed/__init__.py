"""Makes sample registers out of real units, a stock of words and a seed: `python -m seed --help`."""
