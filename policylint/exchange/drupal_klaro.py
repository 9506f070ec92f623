"""Exported configuration of Drupal's klaro module: one YAML file per app, purpose and setting."""

from itertools import islice

from policylint.exchange.draft import Draft, Entry
from policylint.exchange.exact_names import Names, names_at, names_of_pattern
from policylint.exchange.hints import Hints
from policylint.exchange.node import Node, Pattern
from policylint.exchange.scribe import Scribe, host_of, plain_text, short, whole_number
from policylint.exchange.service_words import purposes_of
from policylint.exchange.source import Source
from policylint.exchange.tree import root_of, tree

TITLE = "Drupal klaro module"

_MOST_PURPOSES = 20
_APP = {"id", "cookies", "purposes", "javascripts", "required", "opt_out"}
_SETTINGS = {"dialog_mode", "library"}
_PURPOSE = {"id", "label", "weight"}
_PURPOSE_ONLY = {*_PURPOSE, "uuid", "langcode", "status", "dependencies", "_core", "description"}


def recognises(source: Source) -> bool:
    """Tell an app and the settings by their keys, a purpose by the name of its file as well."""
    keys = _keys(tree(source))
    is_purpose = "klaro_purpose" in source.path and keys >= _PURPOSE and keys <= _PURPOSE_ONLY
    return keys >= _APP or keys >= _SETTINGS or is_purpose


def read(source: Source) -> Draft:
    """Read one file of the export."""
    scribe = Scribe(source, TITLE)
    root = root_of(source)
    if _keys(root) >= _APP:
        _App(scribe, root).read()
    elif _keys(root) >= _SETTINGS:
        _read_settings(scribe, root)
    else:
        name = short(root.texts("id") or "?")
        scribe.leave_out(f"the purpose '{name}'", "apps refer to it; it holds no cookie", root)
    return scribe.draft


def _keys(root: Node | None) -> set[str]:
    return {key for key, _ in root.pairs()} if root is not None else set()


class _App:
    """A service of the banner: its cookies share what is said of it."""

    def __init__(self, scribe: Scribe, app: Node) -> None:
        self._scribe = scribe
        self._app = app
        self._id = short(app.texts("id") or "?")
        listed = islice(app.entries("purposes"), _MOST_PURPOSES)
        self._words, self._unclear = purposes_of([node.text or "?" for node in listed])

    def read(self) -> None:
        if _is(self._app, "status", value=False):
            node = self._app.get("status") or self._app
            self._scribe.leave_out(f"the app '{self._id}'", "it is disabled", node)
            return
        vendor = self._vendor()
        label = self._app.get("label") or self._app
        hints = Hints(self._scribe, label, [label.text or "", self._id])
        cookies = list(self._app.entries("cookies"))
        for cookie in cookies:
            found = self._names(cookie)
            for name in found.names:
                entry = self._scribe.entry(name, cookie)
                if entry is not None:
                    entry.remarks += filter(None, (found.remark,))
                    self._fill(entry, cookie, vendor)
                    hints.add(entry, cookie)
                    self._remark(entry)
        if not cookies:
            node = self._app.get("cookies") or self._app
            self._scribe.fault("IMP007", node, f"the app '{self._id}' lists no cookie")
        self._find_faults()

    def _vendor(self) -> str | None:
        """Name the vendor by the hosts of the scripts; the app's label may be any words."""
        for script in self._app.entries("javascripts"):
            vendor = self._scribe.vendor_at(host_of(_without_path(script.text)), script)
            if vendor is not None:
                return vendor
        return None

    def _names(self, cookie: Node) -> Names:
        """Read the pattern as Klaro does: with `^` it is an expression, else the whole name."""
        node = cookie.get("regex") or cookie
        text = (node.text or "").strip()
        owner = f"the app '{self._id}'"
        if text.startswith("^"):
            return names_of_pattern(self._scribe, node, Pattern(source=text), owner)
        return names_at(self._scribe, node, owner)

    def _fill(self, entry: Entry, cookie: Node, vendor: str | None) -> None:
        self._scribe.tell(entry, "vendor", vendor, self._app.get("javascripts") or self._app)
        for key in ("domain", "path"):
            text = cookie.texts(key)
            shown = host_of(text) if key == "domain" else text
            self._scribe.tell(entry, key, shown, cookie.get(key) or cookie)
        self._claim(entry)
        node = self._app.get("purposes") or self._app
        self._scribe.tell(entry, "purposes", list(self._words), node)
        node = self._app.get("description") or self._app
        self._scribe.tell(entry, "description", plain_text(node.text or ""), node)

    def _remark(self, entry: Entry) -> None:
        if "purposes" in entry.fields and not self._words:
            return  # by the catalogue, which knows better than the word
        for name in self._unclear:
            entry.remarks.append(f"purposes: '{short(name)}' does not say what the cookie is for")

    def _claim(self, entry: Entry) -> None:
        node = self._app.get("required") or self._app
        if _is(self._app, "required", value=True):
            self._scribe.required(entry, node)
            return
        self._scribe.asked(entry, node)
        if _is(self._app, "opt_out", value=True):
            entry.fields["consent"] = self._scribe.told("opt-out", self._app.get("opt_out") or node)
        elif _is(self._app, "default", value=True):
            del entry.fields["consent"]
            entry.remarks.append("consent: the app is ticked before anyone chose, no opt-in")

    def _find_faults(self) -> None:
        if _is(self._app, "required", value=True):
            return
        for key, code, message in (
            ("default", "IMP001", "is not required and on by default"),
            ("opt_out", "IMP002", "runs until the visitor refuses"),
        ):
            node = self._app.get(key)
            if node is not None and _is(self._app, key, value=True):
                self._scribe.fault(code, node, f"the app '{self._id}' {message}")


def _is(node: Node, key: str, *, value: bool) -> bool:
    found = node.get(key)
    return found is not None and found.value is value


def _without_path(text: str | None) -> str | None:
    """Take the host of `youtube.com/embed` as well; a bare `gtm.js` has none."""
    if text is None or "//" in text:
        return text
    host = text.partition("/")[0]
    return None if host.endswith((".js", ".css", ".php")) else host


def _read_settings(scribe: Scribe, root: Node) -> None:
    """Read how the banner asks, and the cookie that keeps the choice."""
    library = root.get("library")
    if library is None:
        return
    for key in ("hide_decline_all", "hide_learn_more"):
        node = library.get(key)
        if key == "hide_decline_all" and node is not None and node.value is True:
            scribe.fault("IMP003", node, "the banner hides the button that declines everything")
    mode = root.get("dialog_mode")
    if mode is not None and mode.text == "silent":
        scribe.fault("IMP003", mode, "the banner opens only when the visitor looks for it")
    name = library.get("cookie_name") or library
    entry = scribe.entry(name.text or "klaro", name)
    if entry is None:
        return
    scribe.draft.consent["choice_cookie"] = entry.fields["name"]
    scribe.tell(entry, "purposes", ["consent-choice"], name)
    scribe.required(entry, name)
    storage = library.get("storage_method")
    if storage is not None and storage.text == "localStorage":
        scribe.tell(entry, "storage", "local-storage", storage)
        return
    scribe.tell(entry, "domain", host_of(library.texts("cookie_domain")), library)
    days = library.get("cookie_expires_after_days")
    number = whole_number(days)
    if days is not None and number is not None and number > 0:
        scribe.tell(entry, "lifetime", f"{number} days" if number > 1 else "1 day", days)
    else:
        entry.remarks.append("lifetime: cookie_expires_after_days is no number of days")
