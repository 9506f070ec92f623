"""Google Tag Manager: an exported container, or a version of one as the API gives it."""

from policylint.exchange.draft import Draft
from policylint.exchange.gtm.clients import read_client
from policylint.exchange.gtm.container import Container, container_of
from policylint.exchange.gtm.tags import read_tag
from policylint.exchange.scribe import Scribe, short
from policylint.exchange.source import Source
from policylint.exchange.tree import root_of, tree

TITLE = "Google Tag Manager container"


def recognises(source: Source) -> bool:
    """Tell a container by its tags beside what only a container version has."""
    root = tree(source)
    return root is not None and container_of(root) is not None


def read(source: Source) -> Draft:
    """Read every tag that can fire, and the manager itself."""
    scribe = Scribe(source, TITLE)
    root = root_of(source)
    found = container_of(root)
    if found is None:
        return scribe.draft
    container = Container(found)
    day = root.texts("exportTime")
    if day:
        scribe.draft.notes.append(f"the container was exported on {short(day)}")
    if not container.is_server:
        _add_manager(scribe, container)
    for tag in found.entries("tag"):
        read_tag(scribe, container, tag)
    for client in found.entries("client"):
        read_client(scribe, client)
    if container.is_server:
        why = "a tagging server follows what the web container lets through"
        scribe.leave_out("consent settings of the tags", why, found)
    return scribe.draft


def _add_manager(scribe: Scribe, container: Container) -> None:
    """Add the script that loads the tags: it is fetched from Google, and stores nothing."""
    node = container.node.get("container", "publicId") or container.node
    vendor = scribe.vendor_at("www.googletagmanager.com", node)
    entry = scribe.entry("www.googletagmanager.com/gtm.js", node)
    if entry is not None:
        scribe.tell(entry, "storage", "resource", node)
        scribe.tell(entry, "domain", "www.googletagmanager.com", node)
        scribe.tell(entry, "vendor", vendor, node)
        scribe.tell(entry, "purposes", ["tag-management"], node)
        entry.remarks.append("category: whether it waits for consent is decided in the page")
        entry.remarks.append("domain: unless the script is served from a host of yours")
