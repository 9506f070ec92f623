"""Catalogues that do not come with policylint: a user's own, and the Open Cookie Database."""

from policylint.catalog.form import CatalogFile
from policylint.catalog.lookup import shipped
from policylint.catalog.open_cookie_database import is_database, read_database
from policylint.catalog.packing import pack
from policylint.catalog.reading import read_catalog
from policylint.errors import UsageError


def index_of(path: str, content: bytes) -> bytes:
    """Make the index of a catalogue, told by its content. Raises UsageError for what is none."""
    if is_database(content):
        return pack([read_database(path, content)])
    file = read_catalog(path, content)
    _know_vendors(path, file)
    return pack([file])


def _know_vendors(path: str, file: CatalogFile) -> None:
    """Refuse the id of a vendor that neither the file nor our catalogue knows."""
    named = [(one.vendor, f"cookie '{one.name}'") for one in file.cookies]
    named += [(one.parent, f"vendor '{key}'") for key, one in file.vendors.items()]
    for key, whose in named:
        if key is not None and key not in file.vendors and shipped().vendor(key) is None:
            raise UsageError(
                f"{path}: {whose} names the vendor '{key}', which neither this file nor"
                " policylint's own catalogue has",
                "'policylint known NAME' shows the ids of known vendors",
            )
