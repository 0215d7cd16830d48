"""Choices that the engine itself offers: two keep the earlier words, two answer "is that the day you mean?"."""

KEEP_IT, STILL_THIS = "keep_it", "still_this"
KEEPING = (KEEP_IT, STILL_THIS)
DAY_RIGHT, ANOTHER_DAY = "day_right", "another_day"
