"""Watches the service from a process of its own, with the standard library alone, and calls people when it is silent."""
