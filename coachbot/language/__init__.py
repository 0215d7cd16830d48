"""The language model, off unless it is set up: at an address, or from a folder in a process of its own. While off, none of it is loaded."""
