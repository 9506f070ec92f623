"""What the law makes of a purpose, in words."""

from collections.abc import Mapping
from typing import get_args

from policylint.law.exemptions import EXEMPTIONS, Exemption
from policylint.law.purposes import PURPOSES
from policylint.model.terms import Purpose


def purpose_notes() -> Mapping[str, str]:
    """Say of each purpose whether it can carry `essential`, and which exemptions name it."""
    return {purpose: purpose_law(purpose) for purpose in get_args(Purpose)}


def purpose_law(purpose: Purpose) -> str:
    """Say whether a purpose can carry `essential`, and which exemptions name it."""
    named = [_name(one, purpose) for one in EXEMPTIONS if purpose in one.purposes]
    exempt = f" National exemptions name it: {', '.join(named)}." if named else ""
    return f"Group `{PURPOSES[purpose].group}`. {_claim(purpose)}{exempt}"


def _claim(purpose: Purpose) -> str:
    facts = PURPOSES[purpose]
    if facts.limb is None:
        return "Never `essential`: declare `improvement`."
    if facts.eprivacy == "exempt":
        return f"Can be `essential` on its own (`exemption: {facts.limb}`)."
    return (
        "Can be `essential` only if the visitor asked for it and `requested` says for what"
        f" (`exemption: {facts.limb}`)."
    )


def _name(one: Exemption, purpose: Purpose) -> str:
    doubt = ", not verified" if purpose in one.unverified else ""
    return f"{one.jurisdiction} `{one.name}` ({one.status}{doubt})"
