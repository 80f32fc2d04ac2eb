"""The words in two languages."""
