"""The vocabulary of coaching: what everything else is said in. Standard library only."""
