"""The two versions of vanilla-cookieconsent as one: categories, and texts by language."""

import re
from collections.abc import Iterator, Mapping, Sequence

from policylint.exchange.node import Node
from policylint.model.record import Record

_NECESSARY = frozenset(("necessary", "strictlynecessary", "essential", "required"))
_LETTERS = re.compile(r"[\W_]+")


class Group(Record):
    """A category: whether its cookies are said to need no consent, and what it clears.

    `ticked` is the switch that turns it on before the visitor chose.
    """

    key: str
    node: Node
    is_required: bool
    ticked: Node | None
    cleared: Sequence[Node]
    services: Sequence[tuple[str, Node]] = ()


class Section(Record):
    """A part of the second layer: the category it is linked to, and its table."""

    node: Node
    group: str | None
    header: Sequence[tuple[str, Node]]
    rows: Sequence[Node]


class Language(Record):
    """The texts in one language; `banner` is the first layer."""

    tag: str
    node: Node
    banner: Node | None
    sections: Sequence[Section]


class Shape(Record):
    """A configuration; `main` is the language that is read first."""

    version: int
    root: Node
    groups: Mapping[str, Group]
    languages: Sequence[Language]
    main: Language | None


def shape_of(node: Node) -> Shape | None:
    """Take a configuration apart; None for any other object."""
    if _is_third(node):
        return _third(node)
    return _second(node) if _is_second(node) else None


def _is_third(node: Node) -> bool:
    categories = node.get("categories")
    if categories is None or not isinstance(categories.value, Mapping):
        return False
    if not all(isinstance(one.value, Mapping) or one.is_unread for _, one in categories.pairs()):
        return False
    return any(node.get(key) is not None for key in ("language", "guiOptions", "autoClearCookies"))


def _is_second(node: Node) -> bool:
    return any(
        texts.get("settings_modal") is not None or texts.get("consent_modal") is not None
        for _, texts in node.pairs("languages")
    )


def _third(root: Node) -> Shape:
    groups = {
        key: Group(
            key=key,
            node=node,
            is_required=_is_true(node.get("readOnly")) or _is_necessary(key),
            ticked=_if_true(node.get("enabled")),
            cleared=list(node.entries("autoClear", "cookies")),
            services=list(node.pairs("services")),
        )
        for key, node in root.pairs("categories")
    }
    languages = [
        Language(
            tag=tag,
            node=texts,
            banner=texts.get("consentModal"),
            sections=[_section(one) for one in texts.entries("preferencesModal", "sections")],
        )
        for tag, texts in root.pairs("language", "translations")
    ]
    main = _main(languages, root.texts("language", "default"))
    return Shape(version=3, root=root, groups=groups, languages=languages, main=main)


def _section(node: Node) -> Section:
    linked = node.get("linkedCategory")
    return Section(
        node=node,
        group=linked.text if linked is not None else None,
        header=list(node.pairs("cookieTable", "headers")),
        rows=list(node.entries("cookieTable", "body")),
    )


def _second(root: Node) -> Shape:
    languages = [
        Language(
            tag=tag,
            node=texts,
            banner=texts.get("consent_modal"),
            sections=list(_blocks(texts)),
        )
        for tag, texts in root.pairs("languages")
    ]
    main = _main(languages, root.texts("current_lang"))
    groups: dict[str, Group] = {}
    for block in main.node.entries("settings_modal", "blocks") if main else ():
        key = block.texts("toggle", "value")
        toggle = block.get("toggle")
        if key is not None and toggle is not None:
            groups[key] = Group(
                key=key,
                node=toggle,
                is_required=_is_true(toggle.get("readonly")) or _is_necessary(key),
                ticked=_if_true(toggle.get("enabled")),
                cleared=(),
            )
    return Shape(version=2, root=root, groups=groups, languages=languages, main=main)


def _blocks(texts: Node) -> Iterator[Section]:
    header = [
        (key, node)
        for column in texts.entries("settings_modal", "cookie_table_headers")
        for key, node in column.pairs()
    ]
    for block in texts.entries("settings_modal", "blocks"):
        yield Section(
            node=block,
            group=block.texts("toggle", "value"),
            header=header,
            rows=list(block.entries("cookie_table")),
        )


def _main(languages: Sequence[Language], wanted: str | None) -> Language | None:
    """Choose the default language, where its texts stand in the file."""
    readable = [one for one in languages if isinstance(one.node.value, Mapping)]
    return next((one for one in readable if one.tag == wanted), next(iter(readable), None))


def _is_necessary(key: str) -> bool:
    return _LETTERS.sub("", key.casefold()) in _NECESSARY


def _is_true(node: Node | None) -> bool:
    return node is not None and node.value is True


def _if_true(node: Node | None) -> Node | None:
    return node if _is_true(node) else None
