"""Compare a published policy with the inventory by content (POL008).

A text that policylint wrote is compared word for word, markup, white space, date and version
aside. Every other text is searched for the facts that it must hold, and for a longest lifetime
that contradicts them. A text is of 2 MiB at most; policies of this world are below 200 KB.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, zip_longest

from policylint.errors import InputError
from policylint.law.jurisdictions import Pack
from policylint.model.inventory import Inventory
from policylint.policy import FILE_FORMATS
from policylint.policy.blocks import Pointer
from policylint.policy.clean import clean, shortened
from policylint.policy.durations import contradiction, states
from policylint.policy.facts import facts
from policylint.policy.listed import listed_cookies
from policylint.policy.outline import build, published_language
from policylint.policy.reduce import reduce_file, reduce_text
from policylint.policy.render import render
from policylint.policy.render_file import render_file
from policylint.policy.search import Published
from policylint.policy.sections.clocks import longest_lifetime
from policylint.policy.writer import Writer

MOST_BYTES = 2 << 20
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
    published_text: str | bytes,
    format: str,  # noqa: A002 - the word of the option
) -> list[Difference]:
    """List where a published text differs from the inventory; empty where it is up to date.

    Raises InputError for a text of more than 2 MiB, or a file that cannot be read.
    """
    writer = Writer(inventory, packs, published_language(inventory, language))
    reduced = _reduced(published_text, format)
    searched = reduced
    if isinstance(published_text, str) and format == "markdown":
        searched = f"{reduced}\n{published_text}"
    holds = Published(searched).holds
    found = [Difference(fact.message, fact.pointer) for fact in facts(writer) if not holds(fact)]
    found += _lifetime_differences(writer, reduced)
    found += _gone(writer, published_text, format)
    # Lines and pages of a PDF break words: its facts are searched, its words are not compared.
    return found if format == "pdf" else [*found, *_own_differences(writer, reduced, format)]


def _reduced(published: str | bytes, format: str) -> str:  # noqa: A002 - the word of the option
    """Reduce a published text, or a file, to its words. Raises InputError for too many."""
    if isinstance(published, str):
        if len(published.encode("utf-8", "surrogatepass")) > MOST_BYTES:
            raise InputError("the published text is over 2 MiB; expected a published policy")
        return reduce_text(published, format)
    words = reduce_file(published, format)
    if len(words) > MOST_BYTES:
        raise InputError("the published file holds over 2 MiB of text; expected a published policy")
    return words


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
        excerpt = shortened(sentence, _EXCERPT)
        yield Difference(f"'{excerpt}' contradicts the longest lifetime, {words}", pointer)
    elif not states(text, longest, writer.words):
        yield Difference(f"the longest lifetime, {words}, is not stated", pointer)


def _gone(writer: Writer, published: str | bytes, format: str) -> Iterator[Difference]:  # noqa: A002
    """Name the cookies that a text of ours lists and the inventory does not declare any more."""
    if isinstance(published, str):
        declared = {clean(one.name) for one in writer.inventory.cookies}
        for name in listed_cookies(published, format):
            if name not in declared:
                short = shortened(name)
                message = f"the cookie '{short}' is listed, and the inventory does not declare it"
                yield Difference(message, ("cookies",))


def _own_differences(writer: Writer, reduced: str, format: str) -> Iterator[Difference]:  # noqa: A002
    dated = _dated_pattern(writer)
    if dated.search(reduced) is None:
        return
    title = writer.words.text("policy.draft.title")
    if title in reduced:
        yield Difference("the published text is marked as a draft", ())
        return
    policy = build(writer.inventory, writer.packs, writer.language, _ANY_DAY)
    drawn = render_file if format in FILE_FORMATS else render
    written = _reduced(drawn(policy.document, format), format)
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
    wanted, given = _TOKEN.findall(expected), _TOKEN.findall(published)
    first = wanted[:4]
    start = next((at for at in range(len(given)) if given[at : at + len(first)] == first), None)
    if start is None:
        return f"the published text lacks '{_sentence(expected, 0)}'"
    pairs = zip_longest(wanted, given[start:])
    at = next((at for at, (ours, theirs) in enumerate(pairs) if ours != theirs), None)
    if at is None:
        return None
    if at == len(wanted):
        extra = _sentence(published, _offset(published, start + at))
        return f"the published text adds '{extra}'" if is_whole else None
    ought = _sentence(expected, _offset(expected, at))
    if start + at == len(given):
        return f"the published text lacks '{ought}'"
    found = _sentence(published, _offset(published, start + at))
    return f"the published text says '{found}' where the inventory gives '{ought}'"


def _offset(text: str, index: int) -> int:
    return next(islice(_TOKEN.finditer(text), index, None)).start()


def _sentence(text: str, offset: int) -> str:
    """Cut out the sentence, or the line, around an offset."""
    before = re.split(r"(?<=[.!?])\s|\n", text[:offset])[-1]
    after = re.split(r"(?<=[.!?])\s|\n", text[offset:])[0]
    if len(before) > _EXCERPT // 2:
        before = "…" + before[-_EXCERPT // 2 :].partition(" ")[2]
    return shortened((before + after).strip(), _EXCERPT)
