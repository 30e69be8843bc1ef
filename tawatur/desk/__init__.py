"""The use cases: what a person can ask of Tawatur, whatever the interface. Effects meet stages here and nowhere else.

Nothing heavy is imported before it is needed: an interface that only shows its help must not wait for a database.
"""
