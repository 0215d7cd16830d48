"""Shapes that no friend would send: JSON, headers, and texts that want to be markup."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from standins.telegram import Person, TelegramStandIn
from standins.telegram.people import KINDS

GLOBE = "\N{EARTH GLOBE EUROPE-AFRICA}"
ODD_TEXTS = {
    "lone surrogate": "\ud800",
    "reversed surrogates": "\udc00\ud800",
    "nul": "a\x00b",
    "only nul": "\x00",
    "escape": "\x1b[31mred\x1b[0m",
    "right to left": "\u202egnp.exe",
    "isolates": "\u2066\u2067\u2068",
    "zalgo": "h" + "\u0301" * 3_000,
    "40,000 emoji": GLOBE * 40_000,
    "families": "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}" * 5_000,
    "a megabyte": "x" * 900_000,
    "blank": "  \n\t ",
    "no-break": "\u00a0\u2007\u202f",
    "zero width": "\u200b\u200c\u200d\ufeff",
    "not a character": "\ufffe\uffff",
    "private use": "\ue000\U0010fffd",
    "full-width command": "\uff0fstop",
    "command alone": "/",
    "command of nothing": "/@bot",
    "long command": "/" + "a" * 5_000,
    "start with everything": "/start " + "\ud83d<b>\x00" * 50,
    "digits of the world": "\u0663\u0967\uff17",
    "line separators": "a\u2028b\u2029c\x85d\x0be\x0cf",
    "html": "<b>&lt;</b>",
    "sql": "'; DROP TABLE inbox; --",
    "format": "{0.__class__} %s %n ${jndi:ldap://x}",
    "combining alone": "\u0300",
    "tags": "\U000e0001\U000e0062",
}
ODD_VALUES: list[Any] = [
    None,
    True,
    False,
    0,
    -1,
    1.5,
    float("nan"),
    float("inf"),
    10**30,
    "",
    "7",
    "\ud800",
    [],
    [[]],
    {},
    {"id": {}},
    "private",
]
PATHS = [
    ("update_id",),
    ("message",),
    ("message", "message_id"),
    ("message", "date"),
    ("message", "text"),
    ("message", "from"),
    ("message", "from", "id"),
    ("message", "from", "is_bot"),
    ("message", "chat"),
    ("message", "chat", "id"),
    ("message", "chat", "type"),
    ("callback_query", "id"),
    ("callback_query", "from"),
    ("callback_query", "message"),
    ("callback_query", "message", "message_id"),
    ("callback_query", "message", "chat"),
    ("callback_query", "data"),
    ("edited_message", "message_id"),
    ("edited_message", "edit_date"),
    ("edited_message", "text"),
    ("my_chat_member", "new_chat_member"),
    ("my_chat_member", "new_chat_member", "status"),
    ("my_chat_member", "chat", "id"),
]


def nested(depth: int, opening: str = "[", closing: str = "]") -> str:
    return opening * depth + closing * depth


def good_updates() -> dict[str, dict[str, Any]]:
    """One fine update of each kind."""
    telegram = TelegramStandIn()
    amina = telegram.person("Amina")
    return {
        "message": amina.says("hello"),
        "edited_message": amina.edits("hello there"),
        "callback_query": _press(telegram, amina),
        "my_chat_member": amina.blocks(),
    }


def _press(telegram: TelegramStandIn, person: Person) -> dict[str, Any]:
    message = {"message_id": 5, "chat": person.chat.face(), "date": telegram.now()}
    press = {"id": "12", "from": person.face(), "message": message, "chat_instance": "1", "data": "p:question:yes"}
    return {"update_id": 3, "callback_query": press}


def bent() -> Iterator[tuple[str, Any]]:
    """Every field that is read, with every odd value, and without it: name and update."""
    good = good_updates()
    for path in PATHS:
        kind = next(part for part in (*path, "message") if part in good)
        yield f"no {'.'.join(path)}", _with(good[kind], path, ...)
        for value in ODD_VALUES:
            yield f"{'.'.join(path)}={str(value)[:12]!r}", _with(good[kind], path, value)
    for name, text in ODD_TEXTS.items():
        yield f"text {name}", _with(good["message"], ("message", "text"), text)
        yield f"edit {name}", _with(good["edited_message"], ("edited_message", "text"), text)
        yield f"data {name}", _with(good["callback_query"], ("callback_query", "data"), text)
    for kind in KINDS:
        yield f"{kind} of nonsense", _with(_with(good["message"], ("message", "text"), ...), ("message", kind), {"x": [None]})


def _with(update: dict[str, Any], path: tuple[str, ...], value: Any) -> dict[str, Any]:
    changed = copy.deepcopy(update)
    body = changed
    for part in path[:-1]:
        body = body[part]
    if value is ...:
        del body[path[-1]]
    else:
        body[path[-1]] = value
    return changed


def raw_bodies() -> dict[str, bytes]:
    """Bodies that are not quite JSON, or not quite an update."""
    fine = json.dumps(good_updates()["message"])
    return {
        "empty": b"",
        "blank": b"   ",
        "null": b"null",
        "number": b"7",
        "string": b'"x"',
        "true": b"true",
        "array": b"[]",
        "array of updates": f"[{fine}]".encode(),
        "two updates": (fine + fine).encode(),
        "half": fine[: len(fine) // 2].encode(),
        "not a number": b'{"update_id": NaN, "message": {"date": NaN, "message_id": Infinity}}',
        "huge number": b'{"update_id": ' + b"9" * 10_000 + b"}",
        "huge exponent": b'{"update_id": 1e999999}',
        "doubled keys": b'{"update_id": 1, "update_id": 2, "message": 1, "message": {"text": "x"}}',
        "deep arrays": nested(10_000).encode(),
        "deep objects": nested(10_000, '{"a":', "}").replace(":}", ":1}", 1).encode(),
        "deep in a message": f'{{"update_id": 1, "message": {{"text": {nested(10_000)}}}}}'.encode(),
        "endless array": b"[" * 100_000,
        "not utf-8": b'{"update_id": "\xff\xfe"}',
        "utf-16": fine.encode("utf-16"),
        "utf-32": fine.encode("utf-32"),
        "byte order mark": b"\xef\xbb\xbf" + fine.encode(),
        "nul": b'{"update_id": 1}\x00',
        "comment": b'{"update_id": 1 /* x */}',
        "single quotes": b"{'update_id': 1}",
        "form": b"update_id=1&message=x",
        "html": b"<html></html>",
        "gzip": b"\x1f\x8b\x08\x00\x00",
        "lone surrogate": b'{"update_id": 1, "message": {"text": "\\ud800"}}',
        "control characters": b'{"update_id": 1, "message": "\x01"}',
    }


WANT_TO_BE_MARKUP = [
    "<script>alert(1)</script>",
    "<b>bold</b>",
    "<i>x",
    "</b>",
    "<a href='https://evil.example'>here</a>",
    '<a href="tg://user?id=1">x</a>',
    "<tg-spoiler>x</tg-spoiler>",
    "<tg-emoji emoji-id='1'>x</tg-emoji>",
    "<blockquote expandable>x</blockquote>",
    "<pre><code class='language-py'>x</code></pre>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<!-- x -->",
    "<!DOCTYPE html>",
    "<![CDATA[x]]>",
    "<?xml version='1.0'?>",
    "< b >",
    "<",
    ">",
    "&",
    "&amp;",
    "&lt;b&gt;",
    "&#60;b&#62;",
    "&#x3c;b&#x3e;",
    "&nosuch;",
    "&lt",
    "&&&&;;;;",
    "a < b > c",
    "1 <2",
    "<3",
    "<<<>>>",
    "<b",
    "<b/>",
    "<B>X</B>",
    "<b\n>x</b\n>",
    "<\x00b>",
    "<\u200bb>",
    "\ufe64b\ufe65",
    "\uff1cb\uff1e",
    "*bold* _italic_",
    "[text](https://evil.example)",
    "`code`",
    "```pre```",
    "||spoiler||",
    "__x__ ~x~",
    "\\<b\\>",
    "<!channel>",
    "<!everyone|x>",
    "<@U012AB3CD>",
    "<#C1|general>",
    "<https://evil.example|click>",
    "{like_this} {0} {x.y}",
    "%s %(x)s %%",
    "${x} #{x} {{x}} {% x %}",
    "javascript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "'\"><b>",
    '" onmouseover="alert(1)',
    "</div></body></html>",
    '=HYPERLINK("https://evil.example")',
    "\x1b[31m\x1b]0;title\x07",
    "\x08\x08\x08",
    "\u202e<b>\u202c",
    "\ud83d<b>\ude00",
    "<b>" * 200,
    "&" * 4_000,
    "<" * 4_096,
    "<b>x</b>" * 600,
]
