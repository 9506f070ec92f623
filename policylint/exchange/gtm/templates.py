"""Templates of a container: what a tag of type `cvt_…` is made of.

A template's code is not read. Its permissions are data, and name the cookies that it may set.
"""

import re
from collections.abc import Iterator

from policylint.exchange.javascript.script import Script
from policylint.exchange.node import Node
from policylint.exchange.unreadable import UnreadableError

_SECTION = re.compile(r"^___([A-Z_]+)___\s*$", re.MULTILINE)
_PERMISSIONS = ("WEB_PERMISSIONS", "SERVER_PERMISSIONS")
_MOST_SECTION = 200_000  # characters


def names_of(template: Node) -> list[str]:
    """List what a template may be known by, the most telling first."""
    gallery = template.get("galleryReference")
    texts = [template.texts("name")]
    if gallery is not None:
        texts += [gallery.texts("repository"), gallery.texts("owner")]
    return [text for text in texts if text]


def cookies_of(template: Node) -> list[str]:
    """List the cookies that the permissions of a template allow it to set."""
    names = []
    for permission in _permissions(template.texts("templateData") or ""):
        key = permission.texts("instance", "key", "publicId")
        if key != "set_cookies":
            continue
        for item in permission.entries("instance", "param"):
            for allowed in item.entries("value", "listItem"):
                name = _field(allowed, "name")
                if name:
                    names.append(name)
    return list(dict.fromkeys(names))


def _permissions(data: str) -> Iterator[Node]:
    marks = list(_SECTION.finditer(data[: 10 * _MOST_SECTION]))
    ends = [mark.start() for mark in marks[1:]] + [len(data)]
    for mark, end in zip(marks, ends, strict=False):
        if mark[1] not in _PERMISSIONS:
            continue
        section = data[mark.end() : min(end, mark.end() + _MOST_SECTION)]
        try:
            node = Script(section).whole()
        except UnreadableError:
            continue
        if node is not None:
            yield from node.entries()


def _field(allowed: Node, key: str) -> str | None:
    """Look a value up in the two lists that a permission writes a mapping as."""
    keys = [item.texts("string") for item in allowed.entries("mapKey")]
    values = [item.texts("string") for item in allowed.entries("mapValue")]
    return next((value for name, value in zip(keys, values, strict=False) if name == key), None)
