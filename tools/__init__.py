"""Tools for those who build samverkan; no part of what is installed."""
