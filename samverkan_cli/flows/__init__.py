"""What is done: fetch, think, answer; straight down, no printing."""
