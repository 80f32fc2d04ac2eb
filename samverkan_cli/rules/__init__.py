"""What is wrong: one rule, one file, one small function; `catalogue` names them all."""
