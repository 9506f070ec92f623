"""Exported configuration of Drupal's EU Cookie Compliance module.

What the settings mean is as the module's own form tells it: `default` is consent without a way
to refuse, `auto` the same for a browser that answers Do Not Track with 0.
"""

from policylint.exchange.draft import Draft, Entry
from policylint.exchange.hints import Hints
from policylint.exchange.node import Node
from policylint.exchange.scribe import Scribe, plain_text, short, web_address, whole_number
from policylint.exchange.service_words import purposes_of
from policylint.exchange.source import Source
from policylint.exchange.tree import root_of, tree

TITLE = "Drupal EU Cookie Compliance module"

_METHODS = {
    "default": "consent is taken for given, and there is no way to refuse",
    "opt_out": "visitors are tracked until they refuse",
    "auto": "consent is taken for given where the browser's Do Not Track is 0",
}
_MOST_LINES = 2_000


def recognises(source: Source) -> bool:
    """Tell the settings, a translation of them, or a category."""
    root = tree(source)
    if root is None:
        return False
    keys = {key for key, _ in root.pairs()}
    settings = "popup_info" in keys and bool(keys & {"popup_agree_button_message", "popup_link"})
    return settings or {"checkbox_default_state", "id"} <= keys


def read(source: Source) -> Draft:
    """Read one file of the export."""
    scribe = Scribe(source, TITLE)
    root = root_of(source)
    if root.get("checkbox_default_state") is not None:
        _read_category(scribe, root)
    elif root.get("method") is None:
        scribe.leave_out("the texts of a translation", "they hold no cookie", root)
    else:
        _Settings(scribe, root).read()
    return scribe.draft


def _read_category(scribe: Scribe, root: Node) -> None:
    state = root.get("checkbox_default_state") or root
    name = short(root.texts("id") or "?")
    if state.text == "checked":
        message = f"the category '{name}' is not required and ticked by default"
        scribe.fault("IMP001", state, message)
    scribe.leave_out(f"the category '{name}'", "its cookies are listed in the settings", root)


class _Settings:
    """The settings of the banner, and the cookies that it lets live."""

    def __init__(self, scribe: Scribe, root: Node) -> None:
        self._scribe = scribe
        self._root = root
        self._method = root.texts("method") or ""

    def read(self) -> None:
        self._find_faults()
        self._read_consent()
        self._read_own_cookies()
        self._read_allowed()

    def _is(self, key: str, *, value: bool = True) -> bool:
        node = self._root.get(key)
        return node is not None and node.value in (value, int(value)) and node.value is not None

    def _find_faults(self) -> None:
        method = self._root.get("method") or self._root
        if self._method in _METHODS:
            self._scribe.fault("IMP002", method, _METHODS[self._method])
        refusable = self._is("reject_button_enabled") or (
            self._is("close_button_enabled")
            and self._root.texts("close_button_action") == "reject_all_cookies"
        )
        if self._method == "categories" and not refusable:
            node = self._root.get("reject_button_enabled") or method
            self._scribe.fault("IMP003", node, "the banner has no button that rejects everything")

    def _read_consent(self) -> None:
        consent = self._scribe.draft.consent
        if self._method == "default":
            signs = {"popup_clicking_confirmation": "browsing"}
            signs["popup_scrolling_confirmation"] = "scrolling"
            told = [(word, key) for key, word in signs.items() if self._is(key)]
            if told:
                node = self._root.get(told[0][1]) or self._root
                words = [word for word, _ in told]
                consent["implied_by"] = self._scribe.told(words, node)
        label = self._root.get("withdraw_tab_button_label")
        if label is not None and self._is("withdraw_enabled") and label.text:
            entry_point = {"entry_point": plain_text(label.text)}
            consent["withdrawal"] = self._scribe.told(entry_point, label)
        link = self._root.get("popup_link")
        if link is None or not link.text:
            return
        address = web_address(link.text)
        if address is not None:
            self._scribe.draft.site["policy_url"] = self._scribe.told(address, link)
        else:
            why = "it has no host, which the file does not tell"
            self._scribe.leave_out(f"the link '{short(link.text)}' to the policy", why, link)

    def _read_own_cookies(self) -> None:
        """Add the cookies in which the module keeps the choice and what was chosen."""
        name = self._root.get("cookie_name")
        node = name if name is not None and name.text else self._root.get("method") or self._root
        base = name.text if name is not None and name.text else "cookie-agreed"
        names = [base, f"{base}-version"]
        if self._method == "categories":
            names.append(f"{base}-categories")
        for number, own in enumerate(names):
            entry = self._scribe.entry(own, node)
            if entry is None:
                continue
            self._scribe.required(entry, node)
            self._scribe.tell(entry, "purposes", ["consent-choice"], node)
            self._read_lifetime(entry)
            if number == 0:
                self._scribe.draft.consent["choice_cookie"] = entry.fields["name"]

    def _read_lifetime(self, entry: Entry) -> None:
        session, days = self._root.get("cookie_session"), self._root.get("cookie_lifetime")
        number = whole_number(days)
        if session is not None and self._is("cookie_session"):
            self._scribe.tell(entry, "lifetime", "session", session)
        elif days is not None and number is not None and number > 0:
            words = f"{number} days" if number > 1 else "1 day"
            self._scribe.tell(entry, "lifetime", words, days)
        else:
            entry.remarks.append("lifetime: cookie_lifetime is no number of days")

    def _read_allowed(self) -> None:
        """Read the cookies that are not deleted: all of them, or those of a category."""
        node = self._root.get("allowed_cookies")
        lines = (node.text or "").splitlines() if node is not None else []
        if node is None or not any(line.strip() for line in lines):
            why = "allowed_cookies is empty: the module's settings name no cookie of the site"
            self._scribe.leave_out("cookies of the site", why, self._root)
            return
        if len(lines) > _MOST_LINES:
            why = f"allowed_cookies has {len(lines):,} lines; the first {_MOST_LINES:,} are read"
            self._scribe.leave_out("the rest of allowed_cookies", why, node)
        for line in lines[:_MOST_LINES]:
            category, colon, name = line.strip().partition(":")
            if line.strip():
                self._allow(name if colon else category, category if colon else None, node)

    def _allow(self, name: str, category: str | None, node: Node) -> None:
        entry = self._scribe.entry(name, node)
        if entry is None:
            return
        why = "it lives without consent, the file does not say why"
        if category is None:
            self._scribe.required(entry, node)
        else:
            words, _ = purposes_of([category])
            self._scribe.tell(entry, "purposes", words, node)
            entry.remarks.append(f"category: whether '{short(category)}' is required is not here")
            why = f"'{short(category)}' does not tell them"
        Hints(self._scribe, node, []).add(entry, node)
        if "purposes" not in entry.fields:
            entry.remarks.append(f"purposes: {why}")
