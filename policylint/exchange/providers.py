"""Who sets a cookie, from columns that hold a host, a company, a product, or all of them."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from policylint.exchange.cell_types import read_type
from policylint.exchange.draft import Entry, Told
from policylint.exchange.duration_words import fold
from policylint.exchange.node import Node
from policylint.exchange.scribe import CATALOGUE, Scribe, host_of, plain_text, short
from policylint.exchange.table import text_of
from policylint.model.record import MisfitError
from policylint.model.scalars import parse_country

# The words of site owners for themselves.
_OWN = """
this site|this website|our website|our site|own|self|first party|website|site operator|we|us|ours
|diese website|diese webseite|diese seite|eigene|eigentumer dieser website|websitebetreiber
|ce site|ce site web|notre site|site internet|editeur du site|nous
|este sitio|este sitio web|esta web|propia|propio|sitio web|nosotros|la propia web
|questo sito|questo sito web|proprietario|sito web|noi
|deze site|deze website|onze website|eigen|wij|ta strona|ta witryna|wlasny
|este site|este website|proprio|denna webbplats|denne hjemmeside|dette nettstedet
|tama sivusto|tento web|ez a weboldal|этот сайт|наш сайт
"""
_MOST_TEXT = 500
_ANYONE = frozenset({"various", "n/a", "none", "unknown", "-", "third party", "verschiedene"})


class Providers:
    """Fill in the domain and the vendor of the entries of one table."""

    def __init__(self, scribe: Scribe) -> None:
        self._scribe = scribe

    def fill(self, entry: Entry, cells: Mapping[str, Node | None], policy: Node | None) -> None:
        """Read the columns `domain`, `provider`, `service` and `country` of a row."""
        named: Node | None = None
        for field in ("domain", "provider"):
            cell = cells[field]
            if cell is None:
                continue
            shown = text_of(cell)[:_MOST_TEXT].replace("\n", " | ")
            text = plain_text(_breaks().sub(" | ", shown))
            bare = " ".join(_brackets().sub(" ", text).split())
            self._fill_party(entry, text, cell)
            if fold(bare) in _own():
                entry.remarks.append(f"vendor: '{short(text)}' is the site itself")
                if field == "provider" or cells["provider"] is None:
                    return
            elif not self._is_placed(entry, bare, cell, is_host=field == "domain"):
                named = cell
        at = named or cells["service"]
        if at is None:
            return
        key = self._vendor(named, cells["service"], text_of(policy) if policy else None)
        if key is not None:
            self._scribe.tell(entry, "vendor", key, at)
            self._fill_country(key, cells["country"])

    def _is_placed(self, entry: Entry, bare: str, cell: Node, *, is_host: bool) -> bool:
        """Take a cell that names no vendor: a host, several of them, nobody."""
        if not bare or fold(bare) in _ANYONE:
            return True
        parts = [part.strip() for part in _several().split(bare) if part.strip()]
        hosts = [host for host in map(host_of, parts) if host and _ends_well().search(host)]
        if len(hosts) == len(parts):
            self._fill_host(entry, list(dict.fromkeys(hosts)), cell)
            return True
        if (hosts and is_host) or " | " in bare:
            entry.remarks.append(f"vendor: '{short(bare)}' names several")
            return True
        return False

    def _fill_host(self, entry: Entry, hosts: Sequence[str], cell: Node) -> None:
        if len(hosts) > 1:
            entry.remarks.append(f"domain: several hosts: {short(', '.join(hosts))}")
        elif "domain" not in entry.fields:
            self._scribe.tell(entry, "domain", hosts[0], cell)
        elif entry.fields["domain"].value != hosts[0]:
            entry.remarks.append(f"domain: another column says '{short(hosts[0])}'")

    def _fill_party(self, entry: Entry, text: str, cell: Node) -> None:
        if "party" not in entry.fields and "(" in text:
            inside = (read_type(words[1:-1]).party for words in _brackets().findall(text))
            self._scribe.tell(entry, "party", next(filter(None, inside), None), cell)

    def _vendor(
        self, provider: Node | None, service: Node | None, policy: str | None
    ) -> str | None:
        """Add the vendor under its product, if that is named and known, else under its name."""
        if provider is None or service is None:
            cell = provider or service
            return None if cell is None else self._scribe.vendor(text_of(cell), cell, policy)
        key = self._scribe.vendor(text_of(service), service, policy)
        fields = self._scribe.draft.vendors.get(key or "")
        if fields is None or key is None:
            return self._scribe.vendor(text_of(provider), provider, policy)
        if fields["name"].origin != CATALOGUE:
            name = plain_text(text_of(provider))
            if name:
                fields["service"] = fields.get("service", fields["name"])
                fields["name"] = self._scribe.told(name, provider)
        return key

    def _fill_country(self, key: str, cell: Node | None) -> None:
        fields = self._scribe.draft.vendors[key]
        if cell is None or "country" in fields:
            return
        try:
            country = parse_country(text_of(cell).upper())
        except MisfitError:
            return
        fields["country"] = Told(country, self._scribe.source.origin(cell.span.start))


@cache
def _own() -> frozenset[str]:
    return frozenset(" ".join(words.split()) for words in _OWN.split("|"))


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(r"<br\s*/?>", re.IGNORECASE)


@cache
def _ends_well() -> re.Pattern[str]:
    return re.compile(r"\.[a-z0-9-]{2,}$")


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"\([^()]*\)")


@cache
def _several() -> re.Pattern[str]:
    return re.compile(r"[,;|]|\s(?:or|and|und|et|oder|ou)\s|\s+(?=\.?[a-z0-9-]+\.[a-z])")
