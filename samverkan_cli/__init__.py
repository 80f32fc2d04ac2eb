"""samverkan: keeps agreements honest."""

__version__ = "0.1.0"
