"""How it came to be: the only place that knows git."""
