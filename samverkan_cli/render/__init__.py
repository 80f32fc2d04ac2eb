"""How it is said: an answer in, text out; one file for each voice."""
