"""Choices that the engine itself offers: both keep the earlier words."""

KEEP_IT, STILL_THIS = "keep_it", "still_this"
KEEPING = (KEEP_IT, STILL_THIS)
