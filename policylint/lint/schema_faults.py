"""What is wrong with an inventory as a file: its text, its includes, its fields."""

from collections.abc import Iterator, Sequence
from typing import Any

from policylint.law.jurisdictions import KNOWN_PACKS, pack
from policylint.lint.builtin import (
    INCLUDE_BROKEN,
    OF_THE_TEXT,
    ON_BASELINE,
    SCHEMA_ERROR,
)
from policylint.lint.declaration import Declaration, place_at, place_of
from policylint.lint.finding import Finding, Place, Related
from policylint.model.inventory import Fragment, Inventory
from policylint.model.read import read
from policylint.model.scalars import is_later_version
from policylint.model.sentence import sentence
from policylint.rule import Rule


def doc_finding(  # noqa: PLR0913 - all but three by keyword
    rule: Rule,
    place: Place,
    message: str,
    *,
    related: Sequence[Related] = (),
    jurisdictions: Sequence[str] = (),
    cookie: str | None = None,
) -> Finding:
    """Make a finding of one of the engine's own rules."""
    return Finding(
        rule=rule,
        severity=rule.severity,
        message=message,
        place=place,
        cookie=cookie,
        jurisdictions=jurisdictions,
        citations=rule.citations,
        related=related,
    )


def text_findings(declaration: Declaration) -> Iterator[Finding]:
    """Report what is wrong with the text and the includes of a declaration."""
    for document in declaration.documents:
        for flaw in document.flaws:
            yield doc_finding(
                OF_THE_TEXT[flaw.kind],
                place_at(document, flaw.span, None),
                flaw.message,
                related=[
                    Related(place=place_at(document, span, None), message=message)
                    for span, message in flaw.related
                ],
            )
    for broken in declaration.breaks:
        related = []
        if broken.related is not None:
            document, at, message = broken.related
            related.append(Related(place=place_of(document, at), message=message))
        yield doc_finding(
            INCLUDE_BROKEN,
            place_of(broken.document, broken.at),
            broken.message,
            related=related,
        )


def read_inventory(declaration: Declaration, most: int | None = None) -> Inventory | list[Finding]:
    """Read the typed inventory, or report every field that does not fit.

    After so many faults the list ends, with one that says so.
    """
    inventory = read(Inventory, declaration.data)
    fragments = declaration.documents[1:]
    if inventory is not None and all(read(Fragment, one.data) for one in fragments):
        return inventory
    if inventory is None and _is_fragment(declaration.data):
        return [doc_finding(SCHEMA_ERROR, declaration.place(()), _A_FRAGMENT)]
    from policylint.lint.spelling import spelling_fix
    from policylint.model.faults import MOST_FAULTS, faults

    most = most or MOST_FAULTS
    found: dict[tuple[Any, ...], Finding] = {}
    for document in fragments:
        for fault in faults(Fragment, document.data, most):
            place = place_of(document, fault.at, on_key=fault.on_key)
            fix = spelling_fix(Fragment, document.data, fault, document, fault.at)
            finding = doc_finding(SCHEMA_ERROR, place, fault.message)
            found[place.path, place.pointer] = finding.changed(fix=fix)
    later = {one.path for one in fragments if _is_of_a_later_version(one.data)}
    for fault in faults(Inventory, declaration.data, most):
        place = declaration.place(fault.at, on_key=fault.on_key)
        key = (place.path, place.pointer, fault.on_key)
        if (place.path, place.pointer) not in found and place.path not in later:
            cookie = _cookie_name(declaration.data, fault.at)
            document, own = declaration.origin(fault.at)
            fix = spelling_fix(Inventory, declaration.data, fault, document, own)
            finding = doc_finding(SCHEMA_ERROR, place, fault.message, cookie=cookie)
            found[key] = finding.changed(fix=fix)
    return list(found.values())


_A_FRAGMENT = (
    "the inventory has no 'site' (the website) and no 'controller' (who decides about the cookies);"
    " a file that another includes is checked with the one that names it under 'include'"
)


def _is_fragment(data: Any) -> bool:
    return (
        type(data) is dict
        and not {"site", "controller"} & data.keys()
        and bool({"vendors", "cookies"} & data.keys())
        and read(Fragment, data) is not None
    )


def _is_of_a_later_version(data: Any) -> bool:
    return type(data) is dict and is_later_version(data.get("version"))


def _cookie_name(data: Any, at: Sequence[str | int]) -> str | None:
    match at:
        case ("cookies", int(index), *_):
            entry = data["cookies"][index]
            name = entry.get("name") if type(entry) is dict else None
            return name if type(name) is str else None
    return None


def jurisdiction_findings(declaration: Declaration, inventory: Inventory) -> Iterator[Finding]:
    """Report the jurisdictions of the inventory that have no pack, or none of their own."""
    codes = inventory.site.jurisdictions
    for code in dict.fromkeys(codes):
        facts = pack(code)
        if facts is not None and not facts.baseline:
            continue  # nothing is placed, for which every line would have to be counted
        place = declaration.place(("site", "jurisdictions", codes.index(code)))
        if facts is None:
            yield doc_finding(SCHEMA_ERROR, place, f"no pack for '{code}'; {KNOWN_PACKS}")
        else:
            yield doc_finding(
                ON_BASELINE,
                place,
                sentence(
                    "'{code}' is judged by the EU baseline: it has no pack of its own", code=code
                ),
                jurisdictions=[code],
            )
