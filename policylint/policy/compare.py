"""Compare a published policy with the inventory by content (POL008).

A text that policylint wrote is compared word for word, markup, white space, date and version
aside. Every other text is searched for the facts that it must hold, and for a longest lifetime
that contradicts them. A text is of 2 MiB at most; policies of this world are below 200 KB.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policylint.errors import InputError
from policylint.law.jurisdictions import Pack
from policylint.model.inventory import Inventory
from policylint.policy.blocks import Pointer
from policylint.policy.clean import clean, shortened
from policylint.policy.durations import contradiction, states
from policylint.policy.facts import facts
from policylint.policy.listed import listed_cookies
from policylint.policy.outline import published_language
from policylint.policy.own_text import EXCERPT, OwnText
from policylint.policy.reduce import reduce_file, reduce_text
from policylint.policy.search import Published
from policylint.policy.sections.clocks import longest_lifetime
from policylint.policy.writer import Writer

MOST_BYTES = 2 << 20


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
    own = OwnText(writer, format, reduced, _reduced)
    if format != "pdf" and own.is_current():
        return []
    searched = reduced
    if isinstance(published_text, str) and format == "markdown":
        searched = f"{reduced}\n{_cleaned(published_text)}"
    holds = Published(searched, is_broken=format == "pdf").holds
    found = [Difference(fact.message, fact.pointer) for fact in facts(writer) if not holds(fact)]
    found += _lifetime_differences(writer, reduced)
    found += _gone(writer, published_text, format)
    if format == "pdf":
        # Drawing one takes seconds. Lines and pages break words, so that none is named as changed.
        return [] if found and own.is_current() else found
    message = own.difference()
    return [*found, *([Difference(message, ())] if message else [])]


def _reduced(published: str | bytes, format: str) -> str:  # noqa: A002 - the word of the option
    """Reduce a published text, or a file, to its words. Raises InputError for too many."""
    if isinstance(published, str):
        if len(published.encode("utf-8", "surrogatepass")) > MOST_BYTES:
            raise InputError("the published text is over 2 MiB; expected a published policy")
        return _cleaned(reduce_text(published, format))
    words = _cleaned(reduce_file(published, format))
    if len(words) > MOST_BYTES:
        raise InputError("the published file holds over 2 MiB of text; expected a published policy")
    return words


def _cleaned(text: str) -> str:
    """Show what hides in each line as every text of ours shows it."""
    return "\n".join(map(clean, text.split("\n")))


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
        excerpt = shortened(sentence, EXCERPT)
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
