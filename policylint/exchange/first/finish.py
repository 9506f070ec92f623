"""What a first inventory says of its own gaps."""

from collections.abc import Iterator, Sequence
from typing import Any

from policylint.exchange.draft import Draft, Told
from policylint.model.record import Record
from policylint.model.site import Controller, Site


def section_gaps(draft: Draft) -> Iterator[str]:
    """Tell which required fields of the site and its controller nobody told."""
    sections: Sequence[tuple[str, type[Record], Any]] = (
        ("site", Site, draft.site),
        ("controller", Controller, draft.controller),
    )
    for name, kind, told in sections:
        required = [field for field in kind.__annotations__ if not hasattr(kind, field)]
        missing = [field for field in required if field not in told]
        if missing:
            yield (
                f"{name}: {', '.join(missing)} not known here; 'policylint check' asks for it"
                " (DOC002)"
            )


def thin(draft: Draft) -> None:
    """Say an origin once where fields share it: those below each other, and the catalogue's."""
    for fields in (
        *(draft.site, draft.controller, draft.consent),
        *draft.vendors.values(),
        *(entry.fields for entry in draft.cookies),
    ):
        last, said = "", list[str]()
        for field, told in fields.items():
            if _is_in(told.origin, [last]):
                fields[field] = Told(told.value, "")
            elif told.origin.startswith("catalogue: ") and _is_in(told.origin, said):
                fields[field] = Told(told.value, "catalogue, as above")
            last = told.origin
            said.append(last)


def _is_in(origin: str, said: Sequence[str]) -> bool:
    """Tell whether an origin was said, be it with a word more: `catalogue: …: analytics`."""
    return any(one == origin or one.startswith(f"{origin}: ") for one in said)
