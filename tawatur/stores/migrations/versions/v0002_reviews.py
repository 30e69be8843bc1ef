"""Persons' decisions: a ledger that only grows, its words apart from it, and what the program itself reads beside what stands."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_NEVER = "CREATE TRIGGER {name} BEFORE {what} ON {table} {when} BEGIN SELECT RAISE(ABORT, '{why}'); END"


def upgrade() -> None:
    """Make the tables, and the triggers that keep them whole whatever program writes to the file."""
    op.create_table(
        "reviews",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("target", sa.String, nullable=False, index=True),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("others", sa.Text, nullable=False), sa.Column("documents", sa.Text, nullable=False),
        sa.Column("by", sa.String, nullable=False), sa.Column("at", sa.String, nullable=False),
        sa.Column("body", sa.String, nullable=False), sa.Column("previous", sa.String, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
    )
    op.create_table(
        "review_words",
        sa.Column("review", sa.Integer, sa.ForeignKey("reviews.number"), primary_key=True),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_table(
        "review_reports",
        sa.Column("review", sa.Integer, sa.ForeignKey("reviews.number"), nullable=False, index=True),
        sa.Column("document", sa.String, nullable=False, index=True),
    )
    op.create_table(
        "review_seal",
        sa.Column("only", sa.Integer, primary_key=True),
        sa.Column("entries", sa.Integer, nullable=False), sa.Column("head", sa.String, nullable=False),
    )
    op.execute("INSERT INTO review_seal VALUES (1, 0, '" + "0" * 64 + "')")
    op.add_column("claims", sa.Column("status", sa.String, nullable=False, server_default="suggested"))
    op.add_column("claims", sa.Column("read", sa.Text))
    op.create_index("claims_status", "claims", ["status"])
    _guard()


def _guard() -> None:
    """REPLACE deletes without asking a trigger, so that the way in is guarded too: an entry must be the next one."""
    whole = "the ledger is only appended to"
    for name, what, table in (("reviews_stay", "UPDATE", "reviews"), ("reviews_last", "DELETE", "reviews"),
                              ("words_stay", "UPDATE", "review_words"), ("reports_stay", "UPDATE", "review_reports"),
                              ("reports_last", "DELETE", "review_reports"), ("seal_last", "DELETE", "review_seal")):
        op.execute(_NEVER.format(name=name, what=what, table=table, when="", why=whole))
    op.execute(_NEVER.format(
        name="reviews_follow", what="INSERT", table="reviews", why="an entry must follow the last one",
        when="WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM reviews) "
             "OR NEW.previous <> (SELECT head FROM review_seal WHERE only = 1)"))
    op.execute(_NEVER.format(
        name="seal_grows", what="UPDATE", table="review_seal", why=whole, when="WHEN NEW.entries <> OLD.entries + 1"))
    # Words go only with a report that was forgotten, after the ledger says so.
    op.execute(_NEVER.format(
        name="words_last", what="DELETE", table="review_words", why="only the words of a forgotten report may go",
        when="WHEN NOT EXISTS (SELECT 1 FROM reviews AS forgetting JOIN review_reports AS about "
             "ON about.document = forgetting.target WHERE forgetting.action = 'forget' "
             "AND about.review = OLD.review AND forgetting.number > OLD.review)"))
    for name, table in (("words_once", "review_words"), ("reports_once", "review_reports")):
        again = "EXISTS (SELECT 1 FROM review_words WHERE review = NEW.review)" if table == "review_words" else "FALSE"
        op.execute(_NEVER.format(name=name, what="INSERT", table=table, why=whole,
                                 when=f"WHEN NEW.review <> (SELECT max(number) FROM reviews) OR {again}"))
