"""A small learned tagger held against the rules: positions and attribution, trained on texts that we invented. Not shipped."""
