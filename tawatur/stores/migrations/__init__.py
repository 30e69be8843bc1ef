"""How a case file grows from version to version; Alembic runs these when a case is opened."""
