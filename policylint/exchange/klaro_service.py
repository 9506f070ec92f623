"""A service of Klaro: what it is for, whether it waits, and the cookies that it deletes."""

from collections.abc import Iterator

from policylint.exchange.draft import Entry
from policylint.exchange.exact_names import Names, names_at, names_of_pattern, pattern_of
from policylint.exchange.hints import Hints
from policylint.exchange.node import Node, Pattern
from policylint.exchange.scribe import Scribe, host_of, plain_text, short
from policylint.exchange.service_words import purposes_of
from policylint.exchange.usual import add_usual
from policylint.model.read import field_misfit
from policylint.model.site import Site

_MOST_NAMED = 3
_FALLBACK = "zz"  # Klaro's key for every language that has no texts of its own
_FUNCTIONAL = frozenset(("functional", "necessary", "required", "essential"))


class Service:
    """One service of a configuration, whose switches fall back to those of the whole."""

    def __init__(self, scribe: Scribe, config: Node, node: Node) -> None:
        self._scribe = scribe
        self._config = config
        self._node = node
        self._id = node.texts("name") or "?"
        self._shown = f"the service '{short(self._id)}'"

    def read(self, seen: dict[tuple[str, str, str], str]) -> None:
        """Add the cookies; one that another service lists stays there."""
        self._find_faults()
        name = self._node.get("name") or self._node
        hints = Hints(self._scribe, name, [*self._titles(), self._id])
        cookies = self._node.get("cookies")
        items = list(self._node.entries("cookies"))
        if cookies is not None and cookies.is_unread:
            self._scribe.fault("IMP005", cookies, f"the cookies of {self._shown} are an expression")
            self._scribe.leave_out(self._shown, "its cookies are worked out by a program", cookies)
        elif not items:
            self._without_cookies(cookies or name, hints)
        for item in items:
            self._read_item(item, hints, seen)

    def _without_cookies(self, node: Node, hints: Hints) -> None:
        self._scribe.fault("IMP007", node, f"{self._shown} lists no cookie")
        before = len(self._scribe.draft.cookies)
        if hints.named is not None and hints.vendor():
            node = self._node.get("name") or node
            add_usual(self._scribe, hints.named.id, node, hints.usual())
        added = self._scribe.draft.cookies[before:]
        for entry in added:
            self._claim(entry)
        if not added:
            self._scribe.leave_out(self._shown, "it lists no cookie, so that none is known", node)
            hints.forget()

    def _read_item(self, item: Node, hints: Hints, seen: dict[tuple[str, str, str], str]) -> None:
        pattern = item.get("pattern") or item.get(0) or item
        path = (item.get("path") or item.get(1)) if pattern is not item else None
        domain = (item.get("domain") or item.get(2)) if pattern is not item else None
        found = self._names(pattern)
        for name in found.names:
            host = host_of(domain.text) if domain is not None else None
            way = path.text if path is not None else None
            key = (name, host or "", way or "")
            if key in seen:
                why = f"{seen[key]} lists it too"
                self._scribe.leave_out(f"'{short(name)}' of {self._shown}", why, pattern)
                continue
            seen[key] = self._shown
            entry = self._scribe.entry(name, pattern)
            if entry is None:
                continue
            if found.remark:
                entry.remarks.append(found.remark)
            self._scribe.tell(entry, "domain", host, domain or pattern)
            self._scribe.tell(entry, "path", way, path or pattern)
            self._fill(entry)
            hints.add(entry, pattern)

    def _names(self, node: Node) -> Names:
        """Read a name as Klaro does: a text that begins with `^` is an expression."""
        text = (node.text or "").strip()
        if text.startswith("^") and pattern_of(node, is_data=False) is None:
            return names_of_pattern(self._scribe, node, Pattern(source=text), self._shown)
        return names_at(self._scribe, node, self._shown)

    def _fill(self, entry: Entry) -> None:
        self._claim(entry)
        node = self._node.get("purposes")
        words = [one.text for one in self._node.entries("purposes") if one.text]
        purposes, unknown = purposes_of(words)
        if node is not None:
            self._scribe.tell(entry, "purposes", purposes, node)
        for word in unknown:
            if not (self._is("required") and word.casefold() in _FUNCTIONAL):
                entry.remarks.append(
                    f"purposes: '{short(word)}' does not say what the cookie is for"
                )
        self._describe(entry)

    def _claim(self, entry: Entry) -> None:
        """Say whether the service waits for consent, as its switches have it."""
        node = self._switch("required") or self._node
        if self._is("required"):
            self._scribe.required(entry, node)
            return
        self._scribe.asked(entry, node)
        if self._is("optOut"):
            told = self._scribe.told("opt-out", self._switch("optOut") or node)
            entry.fields["consent"] = told
        elif self._is("default"):
            del entry.fields["consent"]
            entry.remarks.append("consent: the service is on before anyone chose, no opt-in")

    def _switch(self, key: str) -> Node | None:
        return self._node.get(key) or self._config.get(key)

    def _is(self, key: str) -> bool:
        node = self._ticked() if key == "default" else self._switch(key)
        return node is not None and node.value is True

    def _ticked(self) -> Node | None:
        """Find the switch that decides whether the service is on before anyone chose.

        Klaro takes `default || required` of the service, and where that is undefined the `default`
        of the whole: a `default: false` counts only beside a `required`.
        """
        own = self._node.get("default")
        if (own is not None and own.value is True) or self._node.get("required") is not None:
            return own
        return self._config.get("default")

    def _find_faults(self) -> None:
        for key in ("required", "default", "optOut"):
            node = self._switch(key)
            if node is not None and node.is_unread:
                self._scribe.fault("IMP005", node, f"'{key}' of {self._shown} is an expression")
        if self._is("required"):
            return
        listed = (_name(item) for item in self._node.entries("cookies"))
        cookies = list(dict.fromkeys(filter(None, listed)))
        cookie = cookies[0] if len(cookies) == 1 else None
        shown = ", ".join(f"'{short(name)}'" for name in cookies[:_MOST_NAMED])
        rest = len(cookies) - _MOST_NAMED
        named = f" and sets {shown}" + (f" and {rest} more" if rest > 0 else "") if cookies else ""
        for key, code, message in (
            ("default", "IMP001", "is not required and on by default"),
            ("optOut", "IMP002", "runs until the visitor refuses"),
        ):
            if self._is(key):
                node = (self._ticked() if key == "default" else self._switch(key)) or self._node
                self._scribe.fault(code, node, f"{self._shown} {message}{named}", cookie)

    def _titles(self) -> Iterator[str]:
        for node in (self._node, *self._translations()):
            title = node.texts("title")
            if title:
                yield title

    def _translations(self) -> Iterator[Node]:
        for _, texts in self._texts():
            yield texts

    def _texts(self) -> Iterator[tuple[str, Node]]:
        """Give the texts of the service by language: its own, then those of the whole."""
        yield from self._node.pairs("translations")
        for language, texts in self._config.pairs("translations"):
            own = texts.get(self._id)
            if own is not None:
                yield language, own

    def _describe(self, entry: Entry) -> None:
        own = self._node.get("description")
        if own is not None and plain_text(own.text or ""):
            self._scribe.tell(entry, "description", plain_text(own.text or ""), own)
            return
        told: dict[str, str] = {}
        node = self._node
        for language, texts in self._texts():
            text = plain_text(texts.texts("description") or "")
            if text:
                told.setdefault(language, text)
                node = texts.get("description") or node
        general = told.pop(_FALLBACK, None)
        known = {key: text for key, text in told.items() if _is_language(key)}
        self._scribe.tell(entry, "description", known or general, node)


def _is_language(key: str) -> bool:
    return field_misfit(Site, "languages", [key]) is None


def _name(item: Node) -> str | None:
    node = item.get("pattern") or item.get(0) or item
    if isinstance(node.value, Pattern):
        return f"/{node.value.source}/{node.value.flags}"
    return node.text
