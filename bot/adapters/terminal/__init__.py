"""The terminal: one person at the keyboard of this machine."""
