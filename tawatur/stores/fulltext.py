"""The few words of SQL that only SQLite's full-text search knows."""

from collections.abc import Sequence

from sqlalchemy import Connection, text

_FORGET = text("INSERT INTO search(search, rowid, tokens) "
               "SELECT 'delete', number, tokens FROM passages WHERE document = :document")
_LEARN = text("INSERT INTO search(rowid, tokens) SELECT number, tokens FROM passages WHERE document = :document")
_FIND = text("""
SELECT documents.id, passages.start, passages."end"
FROM search JOIN passages ON passages.number = search.rowid JOIN documents ON documents.number = passages.document
WHERE search MATCH :words ORDER BY bm25(search), passages.number LIMIT :limit""")


def forget(connection: Connection, document: int) -> None:
    """Take a report's passages out of the index, while they still stand in their table."""
    connection.execute(_FORGET, {"document": document})


def learn(connection: Connection, document: int) -> None:
    """Take a report's passages into the index."""
    connection.execute(_LEARN, {"document": document})


def find(connection: Connection, words: Sequence[Sequence[str]], limit: int) -> list[tuple[str, int, int]]:
    """Document, start and end of the passages that hold a form of every word."""
    query = " AND ".join("(" + " OR ".join(f'"{_plain(form)}"' for form in forms) + ")" for forms in words if forms)
    if not query:
        return []
    return [(row[0], row[1], row[2]) for row in connection.execute(_FIND, {"words": query, "limit": limit})]


def _plain(form: str) -> str:
    return form.replace('"', " ")
