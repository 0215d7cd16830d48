"""The language model in a process of its own: the child that scores, and the parent's side that asks it and does without it."""
