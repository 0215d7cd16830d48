"""Asking a language model: in its time, within a budget, not while it fails, and never so that anybody waits for it who should not."""
