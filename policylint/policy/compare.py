"""Compare a published policy with the inventory by content (POL008).

A text that policylint wrote is compared word for word, markup, white space, date and version
aside. Every other text is searched for the facts that it must hold, and for a longest lifetime
that contradicts them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from policylint.law.jurisdictions import Pack
from policylint.model.inventory import Inventory
from policylint.policy.blocks import Pointer
from policylint.policy.durations import contradiction, states
from policylint.policy.facts import Fact, facts
from policylint.policy.outline import build, published_language
from policylint.policy.reduce import reduce_text
from policylint.policy.render import render
from policylint.policy.sections.clocks import longest_lifetime
from policylint.policy.writer import Writer

_NEAR = 600
_EXCERPT = 160
_ANY_DAY = date(2000, 1, 1)
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Difference:
    """What a published text lacks or contradicts, and the field of the inventory that says so."""

    message: str
    fact_pointer: Pointer


def differences(
    inventory: Inventory,
    packs: Sequence[Pack],
    language: str,
    published_text: str,
    format: str,  # noqa: A002 - the word of the option
) -> list[Difference]:
    """List where a published text differs from the inventory; empty where it is up to date."""
    writer = Writer(inventory, packs, published_language(inventory, language))
    reduced = reduce_text(published_text, format)
    searched = f"{reduced}\n{published_text}" if format == "markdown" else reduced
    found = [
        Difference(fact.message, fact.pointer)
        for fact in facts(writer)
        if not _holds(fact, searched)
    ]
    found += _lifetime_differences(writer, reduced)
    found += _own_differences(writer, reduced, format)
    return found


def _holds(fact: Fact, text: str) -> bool:
    flags = 0 if fact.pointer[-1] == "name" and fact.pointer[0] == "cookies" else re.IGNORECASE
    if not fact.near:
        return any(re.search(pattern, text, flags) for pattern in fact.patterns)
    places = "|".join(fact.near)
    for place in re.finditer(places, text, flags):
        start = max(0, place.start() - _NEAR)
        around = text[start : place.start()] + " \n " + text[place.end() : place.end() + _NEAR]
        around = (
            re.sub(places, " ", around, flags=flags) if fact.pointer[0] == "vendors" else around
        )
        if any(re.search(pattern, around, flags) for pattern in fact.patterns):
            return True
    return False


def _lifetime_differences(writer: Writer, text: str) -> Iterator[Difference]:
    longest = longest_lifetime(writer.inventory)
    if longest is None or longest.is_session:
        return
    pointer = next(
        ("cookies", index, "lifetime")
        for index, one in enumerate(writer.inventory.cookies)
        if one.lifetime is not None and one.lifetime.text == longest.text
    )
    words = writer.duration(longest).replace("\u00a0", " ")
    sentence = contradiction(text, longest, writer.words)
    if sentence is not None:
        excerpt = _shortened(sentence)
        yield Difference(f"'{excerpt}' contradicts the longest lifetime, {words}", pointer)
    elif not states(text, longest, writer.words):
        yield Difference(f"the longest lifetime, {words}, is not stated", pointer)


def _own_differences(writer: Writer, reduced: str, format: str) -> Iterator[Difference]:  # noqa: A002
    dated = _dated_pattern(writer)
    if dated.search(reduced) is None:
        return
    title = writer.words.text("policy.draft.title")
    if title in reduced:
        yield Difference("the published text is marked as a draft", ())
        return
    policy = build(writer.inventory, writer.packs, writer.language, _ANY_DAY)
    written = reduce_text(render(policy.document, format), format)
    expected, published = dated.sub(" ", written), dated.sub(" ", reduced)
    message = _first_difference(expected, published, is_whole=format != "html")
    if message is not None:
        yield Difference(message, ())


def _dated_pattern(writer: Writer) -> re.Pattern[str]:
    parts = {"version": "[0-9a-f]{12}", "date": r"[^\n.]{6,40}?"}
    pattern = "".join(
        parts[part] if is_name else r"\s+".join(map(re.escape, re.split(r"\s+", part)))
        for part, is_name in writer.words.parts("policy.dated")
    )
    return re.compile(pattern)


def _first_difference(expected: str, published: str, *, is_whole: bool) -> str | None:
    wanted, given = list(_TOKEN.finditer(expected)), list(_TOKEN.finditer(published))
    start = _start([one[0] for one in wanted[:4]], [one[0] for one in given])
    if start is None:
        return f"the published text lacks '{_sentence(expected, 0)}'"
    given = given[start:]
    for ours, theirs in zip(wanted, given, strict=False):
        if ours[0] != theirs[0]:
            ought, found = _sentence(expected, ours.start()), _sentence(published, theirs.start())
            return f"the published text says '{found}' where the inventory gives '{ought}'"
    if len(given) < len(wanted):
        return f"the published text lacks '{_sentence(expected, wanted[len(given)].start())}'"
    if is_whole and len(given) > len(wanted):
        extra = _sentence(published, given[len(wanted)].start())
        return f"the published text adds '{extra}'"
    return None


def _start(first: list[str], tokens: list[str]) -> int | None:
    width = len(first)
    return next((at for at in range(len(tokens)) if tokens[at : at + width] == first), None)


def _sentence(text: str, offset: int) -> str:
    """Cut out the sentence, or the line, around an offset."""
    before = re.split(r"(?<=[.!?])\s|\n", text[:offset])[-1]
    after = re.split(r"(?<=[.!?])\s|\n", text[offset:])[0]
    if len(before) > _EXCERPT // 2:
        before = "…" + before[-_EXCERPT // 2 :].partition(" ")[2]
    return _shortened((before + after).strip())


def _shortened(text: str) -> str:
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
