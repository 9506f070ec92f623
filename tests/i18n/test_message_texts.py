"""The messages of rules in each language that has them: every template, nothing else."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import policylint
from policylint.i18n import languages
from policylint.i18n.message_texts import message_texts
from policylint.model.sentence import sentence
from policylint.policy.messages import in_words

ROOT = Path(policylint.__file__).parent
EVERY = pytest.mark.parametrize("language", [one for one in languages() if one != "en"])


def calls(name: str, *folders: str) -> Iterator[ast.Call]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", None) == name:
                    yield node


def template(call: ast.Call) -> str:
    first = call.args[0]
    assert isinstance(first, ast.Constant), ast.unparse(call)
    assert isinstance(first.value, str), ast.unparse(call)
    return first.value


TEMPLATES = {template(call) for call in calls("sentence", "evidence", "rules", "lint")}


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{[a-z_]+\}", text))


def quoted(text: str) -> set[str]:
    """List the names of fields and values, which are the same in every language."""
    return {name for name in re.findall(r"'([^' {}]+)'", text) if name.islower()}


@EVERY
def test_every_template_is_there_and_no_other(language: str) -> None:
    assert set(message_texts(language)) == TEMPLATES


@EVERY
def test_placeholders_are_the_same(language: str) -> None:
    assert {
        english: text
        for english, text in message_texts(language).items()
        if placeholders(english) != placeholders(text)
    } == {}


@EVERY
def test_names_of_fields_stay_as_they_are(language: str) -> None:
    assert {
        english: text
        for english, text in message_texts(language).items()
        if not all(name in text for name in quoted(english))
    } == {}


@EVERY
def test_a_message_is_not_the_english_one(language: str) -> None:
    assert [
        english
        for english, text in message_texts(language).items()
        if english == text and re.search("[a-z]", re.sub(r"\{[a-z_]+\}", "", english))
    ] == []


@EVERY
@pytest.mark.parametrize(
    "name", ["{", "}", "{0}", "{name.__class__}", "%s", "`", "\n", "\u202e'\""]
)
def test_a_name_is_never_read_as_a_part_of_the_template(language: str, name: str) -> None:
    """What stands in an inventory comes out as it is, as often as the message names it."""
    for english in TEMPLATES:
        values = {one[1:-1]: f"<{name}>" for one in placeholders(english)}
        text, spoken = in_words(sentence(english, **values), language)

        assert spoken == language
        assert text.count(f"<{name}>") >= len(values), english
