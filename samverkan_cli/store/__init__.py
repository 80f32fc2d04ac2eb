"""How it is written: YAML text to an agreement."""
