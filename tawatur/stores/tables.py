"""The tables of a case as SQLAlchemy sees them; the migrations make them."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

documents = Table(
    "documents", metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("outlet", String), Column("language", String), Column("starts", String), Column("ends", String),
    Column("sha256", String, nullable=False),
    Column("given", Text, nullable=False), Column("packs", String, nullable=False),
    Column("payload", Text, nullable=False), Column("mentions", Text, nullable=False), Column("text", Text, nullable=False),
)
"""`starts`/`ends`: the report's own date. `given`: what a person said of it. `packs`: the knowledge it was read with."""

originals = Table(
    "originals", metadata,
    Column("sha256", String, primary_key=True), Column("size", Integer, nullable=False),
    Column("coding", String, nullable=False), Column("body", LargeBinary, nullable=False),
)
"""The bytes as handed in; `coding` is `plain` or `zlib`, whichever is smaller."""

claims = Table(
    "claims", metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("document", Integer, ForeignKey("documents.number"), nullable=False, index=True),
    Column("kind", String, nullable=False, index=True),
    Column("starts", String), Column("ends", String),
    Column("payload", Text, nullable=False),
    Column("status", String, nullable=False, server_default="suggested"), Column("read", Text),
    Index("claims_status", "status"),
)
"""`payload`: the claim as it stands. `read`: what the program itself reads in the place of a decided one, or null."""

names = Table(
    "names", metadata,
    Column("claim", Integer, ForeignKey("claims.number"), nullable=False, index=True),
    Column("axis", String, nullable=False), Column("value", String, nullable=False),
    Index("names_value", "axis", "value"),
)
attributions = Table(
    "attributions", metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("documents.number"), nullable=False, index=True),
    Column("payload", Text, nullable=False),
)
refusals = Table(
    "refusals", metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("documents.number"), nullable=False, index=True),
    Column("payload", Text, nullable=False),
)
unread = Table(
    "unread", metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("documents.number"), nullable=False, index=True),
    Column("payload", Text, nullable=False),
)
setbacks = Table(
    "setbacks", metadata,
    Column("number", Integer, primary_key=True),
    Column("document", String, nullable=False, index=True),
    Column("stage", String, nullable=False), Column("reason", String, nullable=False),
)
"""`document` is an id, or the path of what never became one."""

actors = Table("actors", metadata, Column("id", String, primary_key=True), Column("payload", Text, nullable=False))
places = Table("places", metadata, Column("id", String, primary_key=True), Column("payload", Text, nullable=False))

passages = Table(
    "passages", metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("documents.number"), nullable=False, index=True),
    Column("start", Integer, nullable=False), Column("end", Integer, nullable=False),
    Column("tokens", Text, nullable=False),
)
"""What `search` finds; the full-text index over `tokens` is made by the migration, in the words of its database."""

reviews = Table(
    "reviews", metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("target", String, nullable=False, index=True), Column("action", String, nullable=False),
    Column("others", Text, nullable=False), Column("documents", Text, nullable=False),
    Column("by", String, nullable=False), Column("at", String, nullable=False),
    Column("body", String, nullable=False), Column("previous", String, nullable=False), Column("digest", String, nullable=False),
)
"""The ledger: triggers refuse to change or delete an entry, or to add one that does not follow the last."""

review_words = Table(
    "review_words", metadata,
    Column("review", Integer, ForeignKey("reviews.number"), primary_key=True), Column("payload", Text, nullable=False),
)
"""What entries say: the one part of the ledger that goes, where a report is forgotten."""

review_reports = Table(
    "review_reports", metadata,
    Column("review", Integer, ForeignKey("reviews.number"), nullable=False, index=True),
    Column("document", String, nullable=False, index=True),
)
"""The reports that entries belong to."""

review_seal = Table(
    "review_seal", metadata,
    Column("only", Integer, primary_key=True), Column("entries", Integer, nullable=False), Column("head", String, nullable=False),
)
"""One row: how many entries were written, and the digest of the last."""

looks = Table(
    "looks", metadata,
    Column("number", Integer, primary_key=True), Column("at", String, nullable=False),
    Column("decisions", Integer, nullable=False), Column("reports", Integer, nullable=False),
)
"""When somebody was told what the case amounts to, after how many decisions, and of how many reports."""

look_reports = Table(
    "look_reports", metadata,
    Column("document", Integer, ForeignKey("documents.number"), primary_key=True),
    Column("look", Integer, ForeignKey("looks.number"), nullable=False, index=True),
)
"""The look at which a report was first there."""
