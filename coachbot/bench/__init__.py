"""Durable turns measured: the product beside hand-written baselines that write the same rows, in one run on one core."""
