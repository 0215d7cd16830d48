"""The rules that read the parts of a goal: wish, outcome, obstacle, plan, and the letters of SMART."""
