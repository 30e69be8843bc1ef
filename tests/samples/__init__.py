"""What the bundled reports are, and what must be read out of them."""
