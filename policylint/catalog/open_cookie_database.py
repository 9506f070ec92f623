"""Read the CSV of the Open Cookie Database (github.com/jkwakman/Open-Cookie-Database).

Its rows come from many hands: none is distinctive on its name alone, so that without the host of
the row it suggests and gives no verdict of weight.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from policylint.catalog.folding import fold
from policylint.catalog.form import CatalogFile, CookieFacts, VendorFacts
from policylint.catalog.known import KnownCategory
from policylint.catalog.lookup import shipped
from policylint.errors import UsageError
from policylint.model.lifetime import Lifetime, parse_lifetime
from policylint.model.record import MisfitError
from policylint.model.scalars import parse_cookie_name, parse_host, parse_line

NAME, PLATFORM, CATEGORY = "Cookie / Data Key name", "Platform", "Category"
DOMAIN, RETENTION, CONTROLLER = "Domain", "Retention period", "Data Controller"
WILDCARD = "Wildcard match"
COLUMNS = (NAME, PLATFORM, CATEGORY, DOMAIN, RETENTION, CONTROLLER, WILDCARD)
MOST_ROWS = 20_000
SHORT = 3  # letters of a name that says nothing alone
SOURCE = "Open Cookie Database"
# `Functional` holds the strictly necessary and the merely useful: it is taken as the lesser claim.
CATEGORIES: Mapping[str, KnownCategory] = {
    "functional": "functional",
    "personalization": "functional",
    "necessary": "necessary",
    "security": "necessary",
    "analytics": "analytics",
    "marketing": "marketing",
}
_HOST = re.compile(r"(?<![\w.@-])\.?((?:[a-z0-9_-]+\.)+[a-z]{2,})(?![\w-])", re.IGNORECASE)


def is_database(content: bytes) -> bool:
    """Tell whether a file is the database, by its head."""
    head = content[:1_000].replace(b"\0", b"")
    return NAME.encode() in head and CATEGORY.encode() in head


def read_database(path: str, content: bytes) -> CatalogFile:
    """Read the database. Raises UsageError where it is none, naming the line."""
    rows = list(_rows(path, content))
    platforms: dict[str, set[str]] = {}
    for row in rows:
        platforms.setdefault(row[NAME], set()).add(row[PLATFORM])
    vendors: dict[str, VendorFacts] = {}
    cookies = []
    for row in rows:
        # A category that the database does not define is nobody's to guess.
        category = CATEGORIES.get(row[CATEGORY].casefold())
        name = _name(row)
        if category is not None and name is not None:
            is_bare = len(platforms[row[NAME]]) > 1 or len(row[NAME]) <= SHORT
            cookies.append(_cookie(row, name, category, _vendor(row, vendors), is_bare=is_bare))
    return CatalogFile(version=1, vendors=vendors, cookies=tuple(cookies))


def _rows(path: str, content: bytes) -> Iterator[dict[str, str]]:
    text = _decoded(path, content)
    head = text.partition("\n")[0]
    reader = csv.DictReader(
        io.StringIO(text, newline=""), delimiter=";" if ";" in head else ",", strict=True
    )
    try:
        missing = [one for one in COLUMNS if one not in (reader.fieldnames or ())]
        if missing:
            raise UsageError(
                f"{path}, line 1: no column '{missing[0]}'; expected those of {SOURCE}"
            )
        for row in reader:
            if reader.line_num > MOST_ROWS:
                raise UsageError(f"{path} has over {MOST_ROWS:,} lines; expected fewer")
            found = {one: (row[one] or "").strip() for one in COLUMNS}
            if found[NAME].strip("*"):
                yield found
    except csv.Error as error:
        raise UsageError(
            f"{path}, line {max(reader.reader.line_num, 1)}: no CSV: {error}"
        ) from None


def _decoded(path: str, content: bytes) -> str:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is no UTF-8 (byte {error.start}); expected a catalogue") from None


def _name(row: Mapping[str, str]) -> str | None:
    is_prefix = row[WILDCARD] == "1" and "*" not in row[NAME]
    try:
        return parse_cookie_name(row[NAME] + ("*" if is_prefix else ""))
    except MisfitError:
        return None


def _cookie(
    row: Mapping[str, str],
    name: str,
    category: KnownCategory,
    vendor: str | None,
    *,
    is_bare: bool,
) -> CookieFacts:
    lifetime = _lifetime(row[RETENTION])
    return CookieFacts(
        name=name,
        platform=row[PLATFORM] or "unknown",
        vendor=vendor,
        category=category,
        name_is="bare" if is_bare else "common",
        lifetime=lifetime,
        lifetime_differs=None if lifetime else f"{SOURCE}: {row[RETENTION] or 'silent'}",
        domains=tuple(_hosts(row[DOMAIN])),
        source=f"{SOURCE}: {row[CATEGORY]}",
    )


def _lifetime(text: str) -> Lifetime | None:
    try:
        return parse_lifetime(" ".join(text.lower().split()))
    except MisfitError:
        return None


def _hosts(text: str) -> Sequence[str]:
    found = []
    for match in _HOST.finditer(text):
        try:
            found.append(parse_host(match[1]))
        except MisfitError:
            continue
    return found


def _vendor(row: Mapping[str, str], vendors: dict[str, VendorFacts]) -> str | None:
    """Give the id of a vendor of ours, else of one of the database's own; None without any."""
    for text in (row[PLATFORM], row[CONTROLLER]):
        known = shipped().find_vendor(text) if text else None
        if known is not None:
            return known.id
    name = row[CONTROLLER]
    letters = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    if not letters:
        return None
    key = f"ocd-{letters}"
    vendors.setdefault(key, VendorFacts(name=parse_line(name), source=SOURCE))
    return key
