"""Clients of a tagging server: what takes requests in, and may set cookies in its answers."""

from policylint.catalog.lookup import matches
from policylint.exchange.draft import Told
from policylint.exchange.gtm.container import parameter_text
from policylint.exchange.node import Node
from policylint.exchange.scribe import (
    Scribe,
    host_of,
    lifetime_of_seconds,
    short,
    whole_number,
)
from policylint.exchange.usual import KNOWN

_ANALYTICS = "gaaw_client"
_NAME = "FPID"


def read_client(scribe: Scribe, client: Node) -> None:
    """Add the cookie of a client that keeps the id of a visitor on the server."""
    name = short(client.texts("name") or "?")
    if client.texts("type") != _ANALYTICS:
        scribe.leave_out(f"the client '{name}'", "it is not known to set a cookie", client)
        return
    if parameter_text(client, "cookieManagement") != "server":
        why = "it leaves the cookie to the script in the page"
        scribe.leave_out(f"the client '{name}'", why, client)
        return
    entry = scribe.entry(parameter_text(client, "cookieName") or _NAME, client)
    if entry is None:
        return
    scribe.tell(entry, "vendor", scribe.vendor("Google Analytics 4", client), client)
    scribe.tell(entry, "set_by", "http", client)
    scribe.tell(entry, "domain", host_of(parameter_text(client, "cookieDomain")), client)
    path = parameter_text(client, "cookiePath")
    scribe.tell(entry, "path", None if path == "/" else path, client)
    known = next((one.cookie for one in matches(_NAME) if one.cookie.purposes), None)
    if known is not None:
        entry.fields["purposes"] = Told(list(known.purposes), KNOWN)
    entry.remarks.append("category: a tagging server does not know what was chosen in the page")
    seconds = whole_number(
        Node(value=parameter_text(client, "cookieMaxAgeInSec"), span=client.span)
    )
    if seconds is not None and seconds >= 0:
        scribe.tell(entry, "lifetime", lifetime_of_seconds(seconds), client)
    else:
        entry.remarks.append("lifetime: cookieMaxAgeInSec is no number of seconds")
