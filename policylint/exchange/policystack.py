"""PolicyStack configurations: who answers for the site, and which categories of cookies it has.

The format names categories and no cookie, so that there is nothing to list.
"""

from collections.abc import Mapping

from policylint.exchange.draft import Draft, Told
from policylint.exchange.node import Node
from policylint.exchange.scribe import Scribe, plain_text, short, web_address
from policylint.exchange.source import Source
from policylint.exchange.tree import root_of, tree

TITLE = "PolicyStack configuration"

_CALL = "defineConfig"

JURISDICTIONS: Mapping[str, str] = {"eea": "EU", "eu": "EU", "uk": "UK", "ch": "CH"}
"""Its jurisdictions in ours; there is no pack for the others, such as `us-ca`."""


def recognises(source: Source) -> bool:
    """Tell a configuration by a company beside a map of the categories in use."""
    return _configuration(source) is not None


def _configuration(source: Source) -> Node | None:
    """Find the object: the whole file, or what a program passes to `defineConfig`."""
    found = [tree(source)]
    if found == [None] and _CALL in source.text:
        found = [argument for call, _ in source.script.called(_CALL) for argument in call]
    for node in found:
        used = node.get("cookies", "used") if node is not None else None
        if used is not None and isinstance(used.value, Mapping) and node is not None:
            return node if node.get("company", "name") is not None else None
    return None


def read(source: Source) -> Draft:
    """Read the company, the jurisdictions and the third parties."""
    scribe = Scribe(source, TITLE)
    root = _configuration(source) or root_of(source)
    _read_company(scribe, root.get("company") or root)
    _read_jurisdictions(scribe, root)
    for category, used in root.pairs("cookies", "used"):
        if used.value is not False:
            why = "the format names no cookie of a category: list them, or import a scan"
            scribe.leave_out(f"the category '{short(category)}'", why, used)
    for party in root.entries("thirdParties"):
        _read_third_party(scribe, party)
    if root.get("data") is not None:
        why = "it tells what the company holds, not what a cookie gathers"
        scribe.leave_out("'data'", why, root.get("data") or root)
    return scribe.draft


def _tell(scribe: Scribe, node: Node | None, fields: dict[str, Told], key: str) -> None:
    """Take a text over; an expression that would have to be run is told as not read."""
    if node is None:
        return
    text = plain_text(node.text or "")
    if node.is_unread or text.startswith("__expr__:"):
        scribe.fault("IMP005", node, f"'{key}' is an expression that only running it can read")
    elif text:
        fields[key] = scribe.told(text, node)


def _read_company(scribe: Scribe, company: Node) -> None:
    controller, site = scribe.draft.controller, scribe.draft.site
    _tell(scribe, company.get("legalName") or company.get("name"), controller, "name")
    _tell(scribe, company.get("address"), controller, "address")
    _tell(scribe, company.get("contact", "email"), controller, "email")
    _tell(scribe, company.get("contact", "phone"), controller, "phone")
    _tell(scribe, company.get("name"), site, "name")
    if web_address(company.texts("url")) is not None:
        _tell(scribe, company.get("url"), site, "url")
    scribe.leave_out("the controller's country", "the address is free text", company)
    officer = company.get("dpo")
    email = company.get("dpo", "email")
    if email is not None and email.text:
        controller["dpo"] = scribe.told({"email": plain_text(email.text)}, email)
    elif officer is not None:
        why = "without an address it says whether one is required, and not why"
        scribe.leave_out("the data protection officer", why, officer)


def _read_jurisdictions(scribe: Scribe, root: Node) -> None:
    codes = []
    for node in root.entries("jurisdictions"):
        code = JURISDICTIONS.get((node.text or "").lower())
        if code is None:
            name = short(node.text or "?")
            scribe.leave_out(f"the jurisdiction '{name}'", "no rules are known for it", node)
        elif code not in codes:
            codes.append(code)
    listed = root.get("jurisdictions")
    if codes and listed is not None:
        scribe.draft.site["jurisdictions"] = scribe.told(codes, listed)


def _read_third_party(scribe: Scribe, party: Node) -> None:
    name = party.get("name") or party
    policy = party.texts("policyUrl") or party.texts("privacyPolicy")
    if scribe.vendor(name.text, name, policy) is None:
        scribe.leave_out("a third party", "it has no name", party)
