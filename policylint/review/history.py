"""What was signed, found in the history of git."""

import os
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from policylint.errors import InputError
from policylint.lint.declaration import Access, open_declaration
from policylint.lint.schema_faults import read_inventory
from policylint.model.digest import content_digest
from policylint.model.inventory import Inventory
from policylint.review.git import Objects, ask, is_partial, is_shallow, top_of
from policylint.review.versions import inside_of
from policylint.source.load import MAX_BYTES

MOST_REVISIONS = 500
Gap = Literal["no-git", "no-repository", "shallow", "partial", "not-found"]
"""Why what was signed is not there."""


class Past(NamedTuple):
    """Contents by their digest, with the revision of each; and why others are not there."""

    found: dict[str, tuple[str, Inventory]]
    gap: Gap


def past_of(path: str, wanted: set[str]) -> Past:
    """Look for contents with some digests, the newest revision of each, whatever the file's name.

    A repository that git refuses to read is said to be none, for what is signed can be listed.
    """
    real = os.path.realpath(path)
    try:
        top = top_of(os.path.dirname(real))
    except InputError as error:
        return Past({}, "no-git" if "not installed" in error.message else "no-repository")
    if top is None:
        return Past({}, "no-repository")
    found: dict[str, tuple[str, Inventory]] = {}
    for revision, inventory in _inventories(top, inside_of(top, real)) if wanted else ():
        digest = content_digest(inventory)
        if digest in wanted:
            found.setdefault(digest, (revision, inventory))
        if len(found) == len(wanted):
            break
    if is_shallow(top):
        return Past(found, "shallow")
    return Past(found, "partial" if is_partial(top) else "not-found")


def _inventories(top: str, inside: str) -> Iterator[tuple[str, Inventory]]:
    """Read the inventory at each revision that changed something beside it, the newest first.

    An included file may hold what was signed, so every change below its folder counts.
    """
    names = [inside, *_earlier_names(top, inside)]
    around = dict.fromkeys(map(os.path.dirname, names))
    folders = [f":(top,literal){folder}" if folder else ":/" for folder in around]
    limit = f"--max-count={MOST_REVISIONS}"
    listed = ask(top, "rev-list", limit, "HEAD", "--", *folders) or b""
    with Objects(top) as objects:
        for revision in listed.decode("ascii").split():
            read = _reader(objects, top, revision)
            for name in names:
                inventory = _read(os.path.join(top, name), read)
                if inventory is not None:
                    yield revision, inventory
                    break


def _earlier_names(top: str, inside: str) -> list[str]:
    """List the names that a file had before, the latest first."""
    told = ask(
        top,
        *("log", "--no-show-signature", "--follow", "--find-renames", "--diff-filter=R"),
        *("--name-status", "-z", "--format=%H", f"--max-count={MOST_REVISIONS}", "--", inside),
    )
    words = os.fsdecode(told or b"").split("\0")
    # A revision, then `R` and how alike the two are, the name before, the name after.
    marks = (at for at, word in enumerate(words) if word.startswith("\nR"))
    return list(dict.fromkeys(words[at + 1] for at in marks))


def _reader(objects: Objects, top: str, revision: str) -> Callable[[str, int], bytes]:
    def read(path: str, limit: int) -> bytes:
        name = f"{revision}:{inside_of(top, path)}"
        content = objects.read(name, limit)
        if content is None:
            raise InputError(f"git has no '{name}'")
        return content

    return read


def _read(path: str, read: Callable[[str, int], bytes]) -> Inventory | None:
    try:
        content = read(path, MAX_BYTES)
    except InputError:
        return None
    folder = os.path.dirname(path)
    declaration = open_declaration(path, content, folder=folder, access=Access(read))
    found = read_inventory(declaration, 1)
    return found if isinstance(found, Inventory) else None
