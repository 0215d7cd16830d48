"""Units of work: plain functions of a SQLAlchemy Core `Connection`, with few statements each."""
