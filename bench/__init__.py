"""What is measured, and the scripts that measure it: how much is read rightly, how fast, and in how much memory."""
