import pytest

from policylint.errors import InputError
from policylint.exchange.decoding import MAX_BYTES, open_source
from policylint.exchange.source import Source
from policylint.exchange.unreadable import UnreadableError
from policylint.exchange.yaml_nodes import MAX_NODES, read_yaml

TEXT = "naïve;🍪\r\nx"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"],
)
def test_a_file_is_read_in_every_unicode_encoding(encoding: str) -> None:
    assert open_source("table.csv", TEXT.encode(encoding)).text == TEXT


def test_a_file_in_another_encoding_is_told_by_its_line() -> None:
    with pytest.raises(InputError) as caught:
        open_source("table.csv", "a\nDonnées".encode("latin-1"))

    assert caught.value.message == (
        "table.csv line 2: the byte 0xE9 is not UTF-8 ('é' in Latin-1); save the file as UTF-8"
    )


@pytest.mark.parametrize("content", [b"", b" \r\n\t"])
def test_an_empty_file_is_refused(content: bytes) -> None:
    with pytest.raises(InputError, match="csv is empty; expected a file to import"):
        open_source("table.csv", content)


def test_a_file_above_the_limit_is_refused_with_its_size() -> None:
    with pytest.raises(InputError, match="it has 33,554,433 bytes; expected at most 33,554,432"):
        open_source("table.csv", b"x" * (MAX_BYTES + 1))


def test_a_broken_half_of_a_character_is_a_sentence() -> None:
    with pytest.raises(InputError, match="is not the UTF-16 that it begins as"):
        open_source("table.csv", b"\xff\xfe\x00\xd8\x00")


def test_lines_are_counted_as_editors_count_them() -> None:
    source = Source("klaro.js", "a\x0c\u2028\r\nb\rc")

    assert [source.origin(source.text.index(mark)) for mark in "abc"] == [
        "klaro.js line 1",
        "klaro.js line 2",
        "klaro.js line 3",
    ]


def test_yaml_is_read_as_nodes_with_their_places() -> None:
    text = "services:\n  - name: 'a b'\n    on: no\n"
    node = read_yaml("klaro.yml", text)

    assert node is not None
    name, on = node.get("services", 0, "name"), node.get("services", 0, "on")
    assert name is not None
    assert on is not None
    assert (name.value, text[slice(*name.span)]) == ("a b", "'a b'")
    assert (on.value, on.pointer) == ("no", ("services", 0, "on"))


def test_yaml_that_is_broken_or_too_large_says_where() -> None:
    with pytest.raises(UnreadableError) as caught:
        read_yaml("x.yml", "a: [1\nb: 2\n")
    assert caught.value.offset > 0
    with pytest.raises(UnreadableError, match="too large; expected at most 200,000 values"):
        read_yaml("x.yml", f"[{'0,' * MAX_NODES}0]")


def test_a_file_is_read_as_what_it_is() -> None:
    assert Source("a.json", ' {"a": 1}').data is not None
    assert Source("a.js", "var x = {a: 1}").data is None
    assert len(Source("a.js", "var x = {a: 1}").objects) == 1
    assert Source("a.yml", "a: 1").yaml is not None
    assert Source("a.md", "# Cookies").yaml is None


def test_a_file_that_breaks_off_keeps_the_reason() -> None:
    source = Source("a.json", '{"a": 1')

    assert source.data is None
    assert source.flaw is not None
    assert source.flaw.message == "no '}' closes what begins here"


def test_a_table_is_not_read_as_a_program_to_find_objects() -> None:
    source = Source("long.csv", "name,expiry\n_ga,(1 year\n")

    assert source.objects == []
    assert "script" not in vars(source)
