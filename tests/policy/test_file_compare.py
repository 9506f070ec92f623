from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from policylint.errors import InputError
from policylint.policy.blocks import Policy
from policylint.policy.compare import Difference
from policylint.policy.render import render
from policylint.policy.render_file import render_file

Compare = Callable[..., list[Difference]]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_file_that_policylint_wrote_is_up_to_date(
    data: Any, write: Callable[..., Policy], compare: Compare, kind: str, language: str
) -> None:
    published = render_file(write(data, language).document, kind)

    assert compare(data, published, kind, language) == []


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_fact_that_a_file_lacks_is_named(
    data: Any, write: Callable[..., Policy], compare: Compare, kind: str
) -> None:
    published = render_file(write(data).document, kind)
    data["cookies"][0]["name"] = "newcomer"

    messages = [one.message for one in compare(data, published, kind)]

    assert "the cookie 'newcomer' is not listed" in messages


def test_words_that_differ_in_a_file_of_word_are_named(
    data: Any, write: Callable[..., Policy], compare: Compare
) -> None:
    published = render_file(write(data).document, "docx")
    data["consent"]["validity"] = "5 months"

    (found,) = compare(data, published, "docx")

    assert "5" in found.message


def bomb(size: int) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b"<w>" + b" " * size + b"</w>")
    return packed.getvalue()


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize("content", [b"", b"PK", b"%PDF-1.7", b"\x00" * 99, bomb(70 << 20)])
def test_a_file_that_is_none_is_refused_in_a_sentence(
    data: Any, compare: Compare, kind: str, content: bytes
) -> None:
    with pytest.raises(InputError, match="published"):
        compare(data, content, kind)


def test_an_entity_of_a_file_of_word_is_not_read(
    data: Any, compare: Compare, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text(data["controller"]["name"])
    packed = BytesIO()
    entity = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]>'
    with ZipFile(packed, "w") as file:
        file.writestr("word/document.xml", f"{entity}<a><p><t>&x;</t></p></a>")

    messages = [one.message for one in compare(data, packed.getvalue(), "docx")]

    assert any("the controller" in one and "is not named" in one for one in messages)


def test_text_that_is_no_json_is_refused_in_a_sentence(data: Any, compare: Compare) -> None:
    for text in ("{", "[" * 100_000, ""):
        with pytest.raises(InputError, match="is no JSON"):
            compare(data, text, "json")


@pytest.mark.parametrize("kind", ["html", "markdown", "json"])
def test_a_cookie_that_is_not_declared_any_more_is_named(
    data: Any, write: Callable[..., Policy], compare: Compare, kind: str
) -> None:
    data["cookies"][-1]["name"] = "gone_<b>*"
    published = render(write(data).document, kind)
    data["cookies"][-1]["name"] = "px"

    found = {one.message: one.fact_pointer for one in compare(data, published, kind)}

    gone = "the cookie 'gone_<b>*' is listed, and the inventory does not declare it"
    assert found[gone] == ("cookies",)
    assert sum("does not declare" in message for message in found) == 1
