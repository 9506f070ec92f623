"""A published text that policylint wrote, held against what it would write today."""

import re
from collections.abc import Callable
from datetime import date
from functools import cached_property
from itertools import islice, zip_longest

from policylint.policy import FILE_FORMATS
from policylint.policy.blocks import Document
from policylint.policy.clean import shortened
from policylint.policy.outline import build
from policylint.policy.render import render
from policylint.policy.render_file import render_file
from policylint.policy.writer import Writer

EXCERPT = 160
_ANY_DAY = date(2000, 1, 1)
_TOKEN = re.compile(r"\w+")


class OwnText:
    """The words of a published text beside those of today's, the date and the version aside."""

    def __init__(
        self,
        writer: Writer,
        format: str,  # noqa: A002 - the word of the option
        published: str,
        reduce: Callable[[str | bytes, str], str],
    ) -> None:
        self._writer, self._format, self._reduce = writer, format, reduce
        self._published = published

    @cached_property
    def is_ours(self) -> bool:
        """Tell whether it says its version as policylint does."""
        return self._dated.search(self._published) is not None

    def is_current(self) -> bool:
        """Tell whether every character is as it would be written today.

        Then no fact of it need be sought, whatever marks the names of the inventory hold.
        """
        if not self.is_ours:
            return False
        wanted, given = self._levelled(self._expected), self._levelled(self._published)
        return wanted in given if self._format == "html" else wanted == given

    def difference(self) -> str | None:
        """Name the first difference in the words; none for a text that others wrote."""
        if not self.is_ours:
            return None
        if self._writer.words.text("policy.draft.title") in self._published:
            return "the published text is marked as a draft"
        expected, published = (
            self._dated.sub(" ", one) for one in (self._expected, self._published)
        )
        return _first_difference(expected, published, is_whole=self._format != "html")

    @cached_property
    def _expected(self) -> str:
        writer = self._writer
        policy = build(writer.inventory, writer.packs, writer.language, _ANY_DAY)
        return self._reduce(_drawn(policy.document, self._format), self._format)

    @cached_property
    def _dated(self) -> re.Pattern[str]:
        parts = {"version": "[0-9a-f]{12}", "date": r"(?:\S+\s+){2,4}?\S+?"}
        pattern = "".join(
            parts[part] if is_name else r"\s+".join(map(re.escape, re.split(r"\s+", part)))
            for part, is_name in self._writer.words.parts("policy.dated")
        )
        return re.compile(pattern)

    def _levelled(self, text: str) -> str:
        return " ".join(self._dated.sub(" ", text).split())


def _drawn(document: Document, format: str) -> str | bytes:  # noqa: A002 - the word of the option
    return render_file(document, format) if format in FILE_FORMATS else render(document, format)


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
    if len(before) > EXCERPT // 2:
        before = "…" + before[-EXCERPT // 2 :].partition(" ")[2]
    return shortened((before + after).strip(), EXCERPT)
