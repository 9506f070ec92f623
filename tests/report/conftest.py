"""One fixed report, with rules and provisions of its own, and builders of hostile ones."""

from collections.abc import Callable
from datetime import date

import pytest

from policylint.law.citation import Instrument, Provision
from policylint.lint.finding import (
    Finding,
    Outcome,
    OutcomeName,
    Place,
    Related,
    Report,
    Waiver,
)
from policylint.rule import Fix, Rule, Scope, Severity

TREATY = Instrument(
    key="1900/1",
    titles={"en": "Directive 1900/1/EC (biscuits)", "fr": "directive 1900/1/CE (biscuits)"},
    names={"en": "Directive 1900/1/EC", "fr": "de la directive 1900/1/CE"},
    url="https://law.example/1900/1",
)
ADVICE = Instrument(
    key="advice",
    titles={"en": "Recommendation of the Biscuit Authority", "fr": "recommandation"},
    names={"en": "Biscuit Authority 2020-092", "fr": "de la recommandation 2020-092"},
    url="https://authority.example/advice",
)
HOUSE = Instrument(
    key="policylint",
    titles={"en": "policylint's own check", "fr": "contrôle propre à policylint"},
    names={"en": "policylint", "fr": "de policylint"},
    url="https://policylint.example",
)
BINDING = Provision(instrument=TREATY, article="5", paragraph="3", force="law", verified="known")
ADVISED = Provision(
    instrument=ADVICE, article="5", section="¶50", force="guidance", verified="secondary"
)
OWN = Provision(instrument=HOUSE, force="house", verified="read")
DRAFT = Provision(instrument=TREATY, article="88a", force="guidance", verified="unverified")

BE_FR_ERROR = Scope(jurisdictions=frozenset({"BE", "FR"}), severity=Severity.ERROR)
BE_FR_WARNING = Scope(jurisdictions=frozenset({"BE", "FR"}), severity=Severity.WARNING)

CONSENT = Rule(
    code="CLS001",
    name="improvement-without-consent",
    explanation="""A cookie that improves the site is set without consent.

    ## Why it matters
    Only what the visitor asked for, or what carries the communication, may be stored without
    consent.

    ## How to fix it
    Declare `consent: opt-in`, and hold the cookie back until it is given:

    - do not set it on the first page;
    - do not set it after a refusal, and remove it when consent is withdrawn, together with all
      that was stored for the same purpose.

    ```yaml
    consent: opt-in
    ```
    """,
    citations=(BINDING, ADVISED),
    scopes=(BE_FR_ERROR,),
    since="0.1.0",
)
LIFETIME = Rule(
    code="LIF001",
    name="lifetime-too-long",
    explanation="""A lifetime is above the limit.

    ## How to fix it
    Shorten the lifetime where the cookie is set, then declare the new one here.
    """,
    citations=(OWN,),
    scopes=(BE_FR_ERROR,),
    since="0.1.0",
)
PURPOSE = Rule(
    code="INF003",
    name="purpose-is-vague",
    explanation="A purpose says nothing.",
    citations=(ADVISED,),
    scopes=(BE_FR_WARNING,),
    since="0.1.0",
)
PROPOSAL = Rule(
    code="PRE001",
    name="signal-not-honoured",
    explanation="The browser's signal is not honoured.\n\n## How to fix it\nNothing, today.\n",
    citations=(DRAFT,),
    scopes=(Scope(jurisdictions=frozenset({"EU"}), severity=Severity.INFO),),
    since="0.1.0",
)
SILENT = Rule(
    code="SEC004",
    name="cookie-without-secure",
    explanation="A cookie may travel without encryption.",
    citations=(OWN,),
    scopes=(BE_FR_WARNING,),
    since="0.1.0",
)


def place(  # noqa: PLR0913 - the parts of a place, in their order
    line: int, column: int, end: int, excerpt: str, pointer: str, *, lines: int = 1
) -> Place:
    return Place(
        path="site/cookies.yaml",
        line=line,
        column=column,
        end_line=line + lines - 1,
        end_column=end,
        pointer=pointer,
        excerpt=excerpt,
    )


def outcome(code: str, name: OutcomeName, reason: str | None = None) -> Outcome:
    return Outcome(code=code, path="site/cookies.yaml", outcome=name, reason=reason)


FINDINGS = (
    Finding(
        rule=PROPOSAL,
        severity=Severity.INFO,
        message="the site does not say whether it honours the browser's signal",
        place=place(2, 1, 5, "site:", "/site"),
        cookie=None,
        jurisdictions=("EU",),
        citations=PROPOSAL.citations,
    ),
    Finding(
        rule=CONSENT,
        severity=Severity.ERROR,
        message=(
            "'_ga' serves audience measurement and is set without consent, although no exemption "
            "holds for it in BE and FR"
        ),
        place=place(9, 14, 18, "    consent: none", "/cookies/0/consent"),
        cookie="_ga",
        jurisdictions=("BE", "FR"),
        citations=CONSENT.citations,
        fix=Fix(title="declare `consent: opt-in`"),
        related=(
            Related(
                place=place(8, 15, 26, "    purposes: [analytics]", "/cookies/0/purposes"),
                message="the purpose is declared here",
            ),
        ),
    ),
    Finding(
        rule=LIFETIME,
        severity=Severity.ERROR,
        message=(
            "the lifetime of '_ga', 25 months, is above 13 months: the Biscuit Authority's "
            "figure for exempt audience measurement, used here as the limit for every cookie"
        ),
        place=place(10, 15, 24, "    lifetime: 25 months", "/cookies/0/lifetime"),
        cookie="_ga",
        jurisdictions=("BE", "FR"),
        citations=LIFETIME.citations,
    ),
    Finding(
        rule=PURPOSE,
        severity=Severity.WARNING,
        message="'_gid': this does not say what the cookie is for",
        place=place(104, 18, 12, "    description: >", "/cookies/1/description", lines=3),
        cookie="_gid",
        jurisdictions=("FR",),
        citations=PURPOSE.citations,
        fix=Fix(title="say what is measured", applicability="unsafe"),
    ),
    Finding(
        rule=LIFETIME,
        severity=Severity.ERROR,
        message="the lifetime of '_gid', 2 years, is above 13 months",
        place=place(107, 15, 22, "    lifetime: 2 years", "/cookies/1/lifetime"),
        cookie="_gid",
        jurisdictions=("BE", "FR"),
        citations=LIFETIME.citations,
    ),
    Finding(
        rule=LIFETIME,
        severity=Severity.ERROR,
        message="the lifetime of '_fbp', 2 years, is above 13 months",
        place=place(117, 15, 22, "    lifetime: 2 years", "/cookies/2/lifetime"),
        cookie="_fbp",
        jurisdictions=("FR",),
        citations=LIFETIME.citations,
        status="waived",
        waiver=Waiver(
            rule="LIF001",
            cookie="_fbp",
            reason="the contract ends in January",
            approved_by="dpo@studio-ductus.example",
            expires=date(2027, 1, 31),
        ),
    ),
    Finding(
        rule=PURPOSE,
        severity=Severity.WARNING,
        message="'_fbp': this does not say what the cookie is for",
        place=place(116, 18, 23, "    description: stuff", "/cookies/2/description"),
        cookie="_fbp",
        jurisdictions=("FR",),
        citations=PURPOSE.citations,
        status="suppressed",
        justification="wording agreed with legal",
    ),
    Finding(
        rule=CONSENT,
        severity=Severity.ERROR,
        message="'old' is set without consent",
        place=place(124, 14, 18, "    consent: none", "/cookies/3/consent"),
        cookie="old",
        jurisdictions=("FR",),
        citations=CONSENT.citations,
        status="baselined",
    ),
)
OUTCOMES = (
    outcome("CLS001", "failed"),
    outcome("EVD001", "not-evaluated", "no evidence given"),
    outcome("EVD002", "not-evaluated", "no evidence given"),
    outcome("INF003", "failed"),
    outcome("LIF001", "failed"),
    outcome("PRE001", "failed"),
    outcome("SEC004", "not-evaluated", "switched off by configuration"),
    outcome("VEN001", "not-applicable", "no vendor is declared"),
)


@pytest.fixture
def report() -> Report:
    return Report(
        as_of=date(2026, 11, 23),
        files=("site/cookies.yaml",),
        findings=FINDINGS,
        outcomes=OUTCOMES,
        rules=(SILENT, PURPOSE, PROPOSAL, LIFETIME, CONSENT),
    )


@pytest.fixture
def clean_report() -> Report:
    return Report(
        as_of=date(2026, 11, 23),
        files=("site/cookies.yaml",),
        findings=(),
        outcomes=tuple(
            outcome(one.code, "passed") if one.outcome == "failed" else one for one in OUTCOMES
        ),
        rules=(SILENT, PURPOSE, PROPOSAL, LIFETIME, CONSENT),
    )


@pytest.fixture
def finding_at() -> Callable[[Place], Report]:
    def build(where: Place) -> Report:
        finding = Finding(
            rule=LIFETIME,
            severity=Severity.ERROR,
            message="too long",
            place=where,
            cookie=None,
            jurisdictions=("FR",),
            citations=LIFETIME.citations,
        )
        return Report(
            as_of=date(2026, 11, 23),
            files=(where.path,),
            findings=(finding,),
            outcomes=(Outcome(code="LIF001", path=where.path, outcome="failed"),),
            rules=(LIFETIME,),
        )

    return build


@pytest.fixture
def hostile() -> Callable[[str], Report]:
    def build(text: str) -> Report:
        where = Place(
            path=text,
            line=3,
            column=3,
            end_line=3,
            end_column=3 + len(text),
            pointer=f"/cookies/0/{text}",
            excerpt=f"  {text}",
        )
        finding = Finding(
            rule=LIFETIME,
            severity=Severity.ERROR,
            message=text,
            place=where,
            cookie=text,
            jurisdictions=("FR", text),
            citations=LIFETIME.citations,
            fix=Fix(title=text),
            related=(Related(place=where, message=text),),
        )
        waiver = Waiver(rule=text, reason=text, approved_by=text, expires=date(2027, 1, 31))
        waived = Finding(**{**vars(finding), "status": "waived", "waiver": waiver})
        suppressed = Finding(
            **{**vars(finding), "status": "suppressed", "justification": text, "rule": PURPOSE}
        )
        baselined = Finding(**{**vars(finding), "status": "baselined", "rule": CONSENT})
        return Report(
            as_of=date(2026, 11, 23),
            files=(text,),
            findings=(finding, finding, waived, suppressed, baselined),
            outcomes=(
                Outcome(code="LIF001", path=text, outcome="failed"),
                Outcome(code="SEC004", path=text, outcome="not-evaluated", reason=text),
            ),
            rules=(LIFETIME,),
        )

    return build
