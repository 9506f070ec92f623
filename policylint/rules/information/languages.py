from collections.abc import Iterator, Sequence

from policylint.law.guidance import WP260_VAGUE
from policylint.law.jurisdictions import ALL
from policylint.law.provisions import GDPR_12_1
from policylint.model.inventory import Inventory
from policylint.model.sentence import sentence
from policylint.model.texts import LocalizedText
from policylint.rule import Context, Problem, Scope, Severity, Yield, rule
from policylint.source.pointer import Pointer


@rule(
    "INF001",
    citations=[GDPR_12_1, WP260_VAGUE],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.WARNING)],
    since="0.1.0",
)
def language_missing(context: Context) -> Iterator[Yield]:
    """A text that the policy prints lacks a language of the site.

    ## Why it matters
    Information must be intelligible to those whom it addresses. What is not translated is left
    out of the policy in that language, or stands there in another one.

    ## How to fix it
    Write the text as a map, one line per language: `{en: …, fr: …}`. A bare text is in the first
    of `site.languages`.
    """
    wanted = context.inventory.site.languages
    first = wanted[0]
    every = frozenset(wanted)
    for at, text in printed_texts(context.inventory):
        if every <= text.languages(first):
            continue
        missing = [tag for tag in wanted if text.read(tag, first) is None]
        if missing:
            yield Problem(
                at=at,
                message=sentence(
                    "'{field}' is not written in {languages}",
                    field=_field(at),
                    languages=_each_in(missing),
                ),
            )


def _each_in(tags: Sequence[str]) -> str:
    said = tags[0]
    for tag in tags[1:]:
        said = sentence("{languages} and in {language}", languages=said, language=tag)
    return said


def _field(at: Pointer) -> str:
    return ".".join(str(part) for part in at if part != "cookies" and not isinstance(part, int))


def printed_texts(inventory: Inventory) -> Iterator[tuple[Pointer, LocalizedText]]:
    """List the texts of the inventory that the policy shows to visitors."""
    consent = inventory.consent
    found: list[tuple[Pointer, LocalizedText | None]] = [
        (("site", "parental_consent"), inventory.site.parental_consent)
    ]
    if consent is not None:
        entry_point = consent.withdrawal.entry_point if consent.withdrawal else None
        found += [
            (("consent", "alternative"), consent.alternative),
            (("consent", "if_refused"), consent.if_refused),
            (("consent", "withdrawal", "entry_point"), entry_point),
        ]
    for key, vendor in inventory.vendors.items():
        found.append((("vendors", key, "essence"), vendor.essence))
    for at, text in found:
        if text is not None:
            yield at, text
    yield from _of_cookies(inventory)


def _of_cookies(inventory: Inventory) -> Iterator[tuple[Pointer, LocalizedText]]:
    for index, cookie in enumerate(inventory.cookies):
        if cookie.description is not None:
            yield ("cookies", index, "description"), cookie.description
        if cookie.interest is not None:
            yield ("cookies", index, "interest"), cookie.interest
        if cookie.retention is not None and cookie.retention.criterion is not None:
            yield ("cookies", index, "retention", "criterion"), cookie.retention.criterion
        if cookie.profiling is not None and cookie.profiling.logic is not None:
            yield ("cookies", index, "profiling", "logic"), cookie.profiling.logic
        if cookie.profiling is not None and cookie.profiling.effects is not None:
            yield ("cookies", index, "profiling", "effects"), cookie.profiling.effects
