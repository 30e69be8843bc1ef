"""When somebody was told what a case amounts to, and of which reports."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "looks",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.String, nullable=False), sa.Column("decisions", sa.Integer, nullable=False),
        sa.Column("reports", sa.Integer, nullable=False),
    )
    op.create_table(
        "look_reports",
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.number"), primary_key=True),
        sa.Column("look", sa.Integer, sa.ForeignKey("looks.number"), nullable=False, index=True),
    )
