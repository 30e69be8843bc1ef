"""Telegram's JSON export: a message is a report, the channel its outlet; who it was forwarded from stays as a credit line."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tawatur.documents.charsets import decode
from tawatur.documents.handed import LIMITS, Raw, Unreadable
from tawatur.documents.names import harmless

Json = Mapping[str, Any]


def messages(path: str) -> Iterator[Raw]:
    """The messages that say something, of all chats of an export; service messages and bare pictures are none.

    Raises Unreadable for what is no such export.
    """
    size = Path(path).stat().st_size
    if size > LIMITS.export:
        raise Unreadable(f"{size >> 20} MB; at most {LIMITS.export >> 20} MB of one export (export a shorter time)")
    export = _loaded(Path(path).read_bytes())
    chats = [export] if isinstance(export.get("messages"), list) else _chats(export)
    if chats is None:
        raise Unreadable("JSON, but neither a Telegram export (“messages”) nor JSON Lines (one record a line)")
    for chat in chats:
        for message in chat["messages"]:
            if isinstance(message, dict) and message.get("type", "message") == "message" and (raw := _raw(message, chat, path)):
                yield raw


def _loaded(data: bytes) -> Json:
    try:
        export = json.loads(decode(data))
    except (json.JSONDecodeError, RecursionError) as error:
        told = f"{error.msg}, line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "nested too deep"
        raise Unreadable(f"JSON that is damaged or cut off ({told})") from error
    if not isinstance(export, dict):
        raise Unreadable("JSON, but neither a Telegram export (“messages”) nor JSON Lines (one record a line)")
    return export


def _chats(export: Json) -> list[Json] | None:
    listed = (export.get("chats") or {}).get("list") if isinstance(export.get("chats"), dict) else None
    return [chat for chat in listed if isinstance(chat, dict) and isinstance(chat.get("messages"), list)] \
        if isinstance(listed, list) else None


def _raw(message: Json, chat: Json, path: str) -> Raw | None:
    text = _joined(message.get("text"))
    if not text.strip():
        return None
    channel = str(chat.get("name") or message.get("from") or "").strip() or None
    forwarded = harmless(str(message.get("forwarded_from") or ""), "")
    credit = f"{forwarded}\n" if forwarded else ""
    original = json.dumps({**message, "chat": chat.get("id") or channel}, ensure_ascii=False, sort_keys=True)
    return Raw(
        name=harmless(f"{channel or chat.get('id') or 'chat'}-{message.get('id', '')}"),
        original=original.encode("utf-8", "replace"), text=credit + text, method="telegram export", path=path, outlet=channel,
        published=str(message.get("date") or "") or None, credit=len(credit),
    )


def _joined(text: Any) -> str:
    """Plain words, links and tags of a message, one after the other."""
    if isinstance(text, str):
        return text
    pieces = text if isinstance(text, list) else []
    return "".join(piece if isinstance(piece, str) else str(piece.get("text") or "") if isinstance(piece, dict) else ""
                   for piece in pieces)
