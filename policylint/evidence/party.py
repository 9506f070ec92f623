"""Whose a host is: the site's own, or another's."""

from collections.abc import Iterable

from policylint.model.terms import Party
from policylint.model.traits import registrable_domain, same_site


class Parties:
    """The hosts of a site, by which others are judged; without them nothing is said."""

    def __init__(self, site_hosts: Iterable[str]) -> None:
        self._own = [host.lower().strip(".") for host in site_hosts]
        self._known: dict[str, Party] = {}

    @property
    def are_known(self) -> bool:
        """Tell whether somebody said whose the site is."""
        return bool(self._own)

    def of(self, host: str | None) -> Party | None:
        """Tell whose a host is; None where nobody said whose the site is."""
        if host is None or not self._own:
            return None
        found = self._known.get(host)
        if found is None:
            is_own = any(same_site(host, mine) for mine in self._own)
            found = self._known[host] = "first" if is_own else "third"
        return found


def is_public_suffix(domain: str) -> bool:
    """Tell whether everybody may register below a domain, as browsers ask before they store."""
    return registrable_domain(domain) is None and not _is_address(domain)


def _is_address(domain: str) -> bool:
    return domain.startswith("[") or domain.replace(".", "").isdecimal()
