"""The pages that are read, and the script that writes those of them which the code already knows."""
