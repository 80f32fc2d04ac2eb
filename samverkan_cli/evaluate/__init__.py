"""What follows: pure functions of an agreement and a day."""
