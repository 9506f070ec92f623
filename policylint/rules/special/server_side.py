from collections.abc import Iterator

from policylint.law.guidance import EDPB_SCOPE_ADDRESS, EDPB_SCOPE_RELAY, ICO_STORAGE_ACCESS
from policylint.law.jurisdictions import EEA, UK
from policylint.law.national import PECR_6, PECR_A1
from policylint.law.provisions import EPD_5_3, GDPR_13_1_C, GDPR_13_1_E
from policylint.law.purposes import PURPOSES
from policylint.model.cookie import Cookie
from policylint.model.sentence import sentence
from policylint.model.traits import is_personal
from policylint.rule import Context, NotApplicable, Problem, Scope, Severity, Yield, rule
from policylint.rules.absent import absent
from policylint.rules.listing import joined
from policylint.rules.special.facts import DEMANDING, waits
from policylint.source.pointer import Pointer

_NOBODY = sentence("neither 'vendor' nor 'recipients' says who gets the data")


def _flows(context: Context) -> list[tuple[Pointer, Cookie]]:
    return [(at, cookie) for at, cookie in context.cookies if cookie.storage == "server-side"]


@rule(
    "SPC005",
    citations=[GDPR_13_1_E, GDPR_13_1_C, EDPB_SCOPE_RELAY, ICO_STORAGE_ACCESS],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    yields_to=("VEN015",),
    unseen="Flows that leave the server and are not declared at all.",
)
def server_side_flow_incomplete(context: Context) -> Iterator[Yield]:
    """A flow through the site's own server does not say who gets the data, or on which basis.

    A basis that is missing for personal data is CLS009's to report.

    ## Why it matters
    Moving the relay from the browser to a server hides it from visitors, not from the law: who
    receives what must be told all the same, and nobody can see it from outside.

    ## How to fix it
    Name the company in `vendor` or all of them in `recipients` (`[]` says nobody), and give the
    `legal_basis`.
    """
    flows = _flows(context)
    if not flows:
        yield NotApplicable(reason="no entry is a server-side flow")
    for at, cookie in flows:
        lacking: list[str] = []
        if cookie.vendor is None and cookie.recipients is None:
            lacking.append(_NOBODY)
        if cookie.legal_basis is None and cookie.personal_data is None and not is_personal(cookie):
            lacking.append(absent("legal_basis"))
        if lacking:
            yield Problem(
                at=(*at, "storage"),
                message=sentence(
                    "'{name}' is a server-side flow, and {faults}",
                    name=cookie.name,
                    faults=joined(lacking),
                ),
            )


@rule(
    "SPC006",
    citations=[EPD_5_3, PECR_6, PECR_A1, EDPB_SCOPE_ADDRESS],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    yields_to=DEMANDING,
    unseen="Whether the address comes from the device itself, on which art. 5(3) turns: contested.",
)
def ip_tracking(context: Context) -> Iterator[Yield]:
    """Visitors are followed on the server by their whole IP address, without consent.

    ## Why it matters
    The EDPB says that art. 5(3) may cover an address that comes from the visitor's device; the
    United Kingdom's exception for statistics does not reach what a device merely emits. How far
    this goes is contested. Plain server logs for security are not meant.

    ## How to fix it
    Count with a shortened address, and say how many bytes go in `measurement.ip_bytes_removed`;
    or ask for consent and declare `consent: opt-in`.
    """
    flows = [(at, cookie) for at, cookie in _flows(context) if "ip-address" in cookie.data]
    if not flows:
        yield NotApplicable(reason="no server-side flow holds an IP address")
    for at, cookie in flows:
        followed = [
            one for one in cookie.purposes if PURPOSES[one].group in {"statistics", "marketing"}
        ]
        shortened = cookie.measurement is not None and cookie.measurement.ip_bytes_removed
        if not followed or shortened or waits(context, cookie):
            continue
        claimed = context.claimed_exemption(cookie)
        if claimed is not None and claimed.covers(cookie.purposes):
            continue
        yield Problem(
            at=(*at, "data"),
            message=sentence(
                "'{name}' uses whole IP addresses on the server for '{purpose}'"
                " without consent; expected shortened ones, or 'consent: opt-in'",
                name=cookie.name,
                purpose=followed[0],
            ),
        )
