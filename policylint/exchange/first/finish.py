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
    """Say an origin once where fields below each other share it."""
    for fields in (
        *(draft.site, draft.controller, draft.consent),
        *draft.vendors.values(),
        *(entry.fields for entry in draft.cookies),
    ):
        last = ""
        for field, told in fields.items():
            if told.origin == last:
                fields[field] = Told(told.value, "")
            last = told.origin
