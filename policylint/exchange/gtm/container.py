"""The parts of a container, whichever of the spellings they are written in.

Exports write enums in capitals, the API in lower camel case; generated files have bare lists.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from policylint.exchange.node import Node

ALL_PAGES = "2147479553"
BUILT_IN: Mapping[str, str] = {
    ALL_PAGES: "All Pages",
    "2147479572": "Consent Initialization",
    "2147479573": "Initialization",
}
"""Triggers that every container has, and none lists."""

_TEMPLATE = "cvt_"
_PARTS = {"tag", "trigger", "variable", "customTemplate", "client", "container"}
_MARKS = {"containerVersionId", "containerId", "container", "builtInVariable", "trigger"}
_REFERENCE = re.compile(r"\{\{([^{}]{1,200})\}\}")
_CONSENT = re.compile(
    r"consent|cookies?[ _-]?(?:accept|allow|banner|choice|prefer)|gdpr|rgpd|dsgvo"
    r"|axeptio|didomi|onetrust|optanon|cookiebot|klaro|tarteaucitron|usercentrics|iubenda"
    r"|complianz|cmp(?![a-z])",
    re.IGNORECASE,
)
_MOST_TRIGGER = 20_000  # characters
_MOST_CONSTANT = 200  # characters: code may name one a thousand times


def container_of(root: Node) -> Node | None:
    """Find the version: in its export, or as the whole file."""
    version = root.get("containerVersion")
    if version is not None and root.get("exportFormatVersion") is not None:
        return version if _PARTS & {key for key, _ in version.pairs()} else None
    marks = _MARKS & {key for key, _ in root.pairs()}
    return root if len(marks) > 1 and isinstance(_value(root.get("tag")), list) else None


def _value(node: Node | None) -> object:
    return node.value if node is not None else None


class Container:
    """One version of a container."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self._spoken: dict[str, bool] = {}

    @cached_property
    def is_server(self) -> bool:
        """Tell a tagging server from what runs in the page."""
        usage = self.node.entries("container", "usageContext")
        return any((item.text or "").lower() == "server" for item in usage)

    @cached_property
    def _triggers(self) -> dict[str, Node]:
        return {_number(item.get("triggerId")): item for item in self.node.entries("trigger")}

    @cached_property
    def _constants(self) -> dict[str, str]:
        """The variables that hold a fixed text."""
        constants = {}
        for item in self.node.entries("variable"):
            text = parameter_text(item, "value")
            if item.texts("type") == "c" and text is not None and len(text) <= _MOST_CONSTANT:
                constants[item.texts("name") or ""] = text
        return constants

    def resolved(self, text: str) -> str:
        """Put constants in the place of their names; other variables stay as they are."""
        return _REFERENCE.sub(lambda found: self._constants.get(found[1].strip(), found[0]), text)

    def trigger_names(self, tag: Node, key: str = "firingTriggerId") -> list[str]:
        """Name the triggers of a tag."""
        return [self._trigger_name(number) for number in trigger_numbers(tag, key)]

    def _trigger_name(self, number: str) -> str:
        trigger = self._triggers.get(number)
        name = trigger.texts("name") if trigger is not None else BUILT_IN.get(number)
        return name or f"trigger {number}"

    def waits_for_consent(self, tag: Node, text: str) -> bool:
        """Tell whether each trigger of a tag speaks of consent, by name or by its event."""
        numbers = trigger_numbers(tag, "firingTriggerId")
        return bool(numbers) and all(self._speaks_of_consent(number, text) for number in numbers)

    def _speaks_of_consent(self, number: str, text: str) -> bool:
        if number not in self._spoken:
            trigger = self._triggers.get(number)
            if trigger is None:
                return "Consent" in BUILT_IN.get(number, "")
            start, end = trigger.span
            end = min(end, start + _MOST_TRIGGER)
            self._spoken[number] = _CONSENT.search(text, start, end) is not None
        return self._spoken[number]

    def template(self, kind: str) -> Node | None:
        """Find the template of a type: by its id in the gallery, or by that in the container."""
        if not kind.startswith(_TEMPLATE):
            return None
        key = kind.removeprefix(_TEMPLATE)
        return self._templates.get(key) or self._templates.get(key.rpartition("_")[2])

    @cached_property
    def _templates(self) -> dict[str, Node]:
        templates: dict[str, Node] = {}
        for item in self.node.entries("customTemplate"):
            gallery = item.texts("galleryReference", "galleryTemplateId")
            for key in (gallery, _number(item.get("templateId"))):
                if key:
                    templates.setdefault(key, item)
        return templates


def _number(node: Node | None) -> str:
    value = node.value if node is not None else None
    return str(value) if isinstance(value, str | int) else ""


def trigger_numbers(tag: Node, key: str) -> list[str]:
    """List the ids of a tag's triggers; a single one may stand without a list."""
    single = tag.get(key)
    listed = [_number(item) for item in tag.entries(key)]
    if single is not None and not listed:
        listed = [_number(single)]
    return [number for number in listed if number]


def parameters(node: Node) -> Iterator[tuple[str, Node]]:
    """Give the parameters of a tag or a variable by their keys."""
    for item in node.entries("parameter"):
        value = item.get("value") or item.get("list") or item.get("map")
        key = item.texts("key")
        if key is not None and value is not None:
            yield key, value


def parameter_text(node: Node, *keys: str) -> str | None:
    """Give the text of the first of some parameters."""
    found = dict(parameters(node))
    return next((value.text for key in keys if (value := found.get(key)) is not None), None)


def consent_status(tag: Node) -> str:
    """Give `needed`, `notneeded` or `notset`, which is also what is absent."""
    status = tag.texts("consentSettings", "consentStatus") or ""
    return status.replace("_", "").lower() or "notset"


def consent_types(tag: Node) -> list[str]:
    """List the kinds of consent that a tag asks for: `ad_storage` and the like."""
    kind = tag.get("consentSettings", "consentType")
    if kind is None:
        return []
    listed = kind.get("list") or kind
    texts = (item.text or item.texts("value") for item in listed.entries())
    return [text for text in texts if text]
