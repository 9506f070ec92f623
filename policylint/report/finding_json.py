"""What a finding rests on and what excuses it, as every JSON of policylint writes them."""

from collections.abc import Mapping

from policylint.law.citation import Provision
from policylint.lint.finding import Waiver
from policylint.report.json_text import Json


def citation_json(provision: Provision) -> Mapping[str, Json]:
    """Give a place in a legal text; a whole text has no locator."""
    return {
        "title": provision.instrument.titles["en"],
        "locator": provision.locator or None,
        "force": provision.force,
        "url": provision.link,
        "verified": provision.verified,
    }


def listed_citation_json(provision: Provision) -> Mapping[str, Json]:
    """Do the same for lists and changes, whose locator of a whole text is an empty text."""
    return {**citation_json(provision), "locator": provision.locator}


def waiver_json(waiver: Waiver) -> Mapping[str, Json]:
    """Give what was accepted, by whom and until when."""
    return {
        "reason": waiver.reason,
        "approved_by": waiver.approved_by,
        "expires": waiver.expires.isoformat(),
    }
