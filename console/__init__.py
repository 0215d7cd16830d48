"""The staff's pages: the queue, a case, one's own week, supervision. Rendered here, decided elsewhere."""
