"""The first tables: reports, claims, what they rest on, and search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make them. The columns are written out: a migration must not change when `tables.py` does."""
    op.create_table(
        "documents",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("outlet", sa.String), sa.Column("language", sa.String),
        sa.Column("starts", sa.String), sa.Column("ends", sa.String),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("given", sa.Text, nullable=False), sa.Column("packs", sa.String, nullable=False),
        sa.Column("payload", sa.Text, nullable=False), sa.Column("mentions", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "originals",
        sa.Column("sha256", sa.String, primary_key=True), sa.Column("size", sa.Integer, nullable=False),
        sa.Column("coding", sa.String, nullable=False), sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "claims",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.number"), nullable=False, index=True),
        sa.Column("kind", sa.String, nullable=False, index=True),
        sa.Column("starts", sa.String), sa.Column("ends", sa.String),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_table(
        "names",
        sa.Column("claim", sa.Integer, sa.ForeignKey("claims.number"), nullable=False, index=True),
        sa.Column("axis", sa.String, nullable=False), sa.Column("value", sa.String, nullable=False),
        sa.Index("names_value", "axis", "value"),
    )
    for table in ("attributions", "refusals", "unread"):
        op.create_table(
            table,
            sa.Column("number", sa.Integer, primary_key=True),
            sa.Column("document", sa.Integer, sa.ForeignKey("documents.number"), nullable=False, index=True),
            sa.Column("payload", sa.Text, nullable=False),
        )
    op.create_table(
        "setbacks",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("document", sa.String, nullable=False, index=True),
        sa.Column("stage", sa.String, nullable=False), sa.Column("reason", sa.String, nullable=False),
    )
    for table in ("actors", "places"):
        op.create_table(table, sa.Column("id", sa.String, primary_key=True), sa.Column("payload", sa.Text, nullable=False))
    op.create_table(
        "passages",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.number"), nullable=False, index=True),
        sa.Column("start", sa.Integer, nullable=False), sa.Column("end", sa.Integer, nullable=False),
        sa.Column("tokens", sa.Text, nullable=False),
    )
    # The folding is ours, so FTS5 must split at blanks and touch nothing: remove_diacritics off, everything else as it comes.
    op.execute("CREATE VIRTUAL TABLE search USING fts5(tokens, content='passages', content_rowid='number', "
               "tokenize='unicode61 remove_diacritics 0')")
