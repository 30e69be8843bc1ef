"""Alembic's entry: it gets the open connection of the case, and runs inside its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
