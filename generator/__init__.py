"""The dialogue register of a province: YAML records in; pages, calendar feeds, figures and data files out."""
