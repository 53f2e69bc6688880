"""The dialogue register of Hải Phòng: YAML records in; pages, calendar feeds, figures and data files out."""
