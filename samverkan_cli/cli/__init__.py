"""How it is asked: commands, options, and exceptions turned into exit codes."""
