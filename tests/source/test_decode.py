import pytest

from policylint.source.load import MAX_BYTES, load


def fault(content: bytes) -> tuple[int, int, str]:
    document = load("cookies.yaml", content)
    assert document.data is None
    (flaw,) = document.flaws
    assert flaw.kind == "syntax-error"
    return *document.position(flaw.span.start), flaw.message


def test_a_byte_order_mark_is_removed_and_remembered() -> None:
    document = load("cookies.yaml", b"\xef\xbb\xbfa: 1\n")

    assert (document.data, document.text, document.bom) == ({"a": 1}, "a: 1\n", True)
    assert document.position(document.locate(("a",)).start) == (1, 4)


def test_a_file_without_a_byte_order_mark_says_so() -> None:
    assert load("cookies.yaml", b"a: 1\n").bom is False


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding: str) -> None:
    content = "version: 1\n".encode(encoding)

    assert fault(content) == (1, 1, "the file is written in UTF-16; save the file as UTF-8")


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-le", "utf-32-be"])
def test_utf_32_is_named(encoding: str) -> None:
    content = "version: 1\n".encode(encoding)

    assert fault(content) == (1, 1, "the file is written in UTF-32; save the file as UTF-8")


def test_a_latin_1_letter_is_shown_where_it_stands() -> None:
    content = "a: 1\nname: 'ü'\n".encode() + "b: Café\n".encode("latin-1")

    assert fault(content) == (
        3,
        7,
        "the byte 0xE9 is not UTF-8 ('é' in Latin-1); save the file as UTF-8",
    )


def test_a_windows_quote_is_shown_where_it_stands() -> None:
    content = b"\xef\xbb\xbfname: \x93Shop\x94\n"

    assert fault(content) == (
        1,
        7,
        "the byte 0x93 is not UTF-8 ('“' in Windows-1252); save the file as UTF-8",
    )


def test_a_file_that_cannot_be_decoded_still_shows_its_lines() -> None:
    document = load("cookies.yaml", b"a: 1\nb: Caf\xe9\n")

    assert document.line(2) == "b: Caf\ufffd"


@pytest.mark.parametrize(
    ("character", "message"),
    [
        ("\0", "the control character U+0000 is not allowed; remove it"),
        ("\x07", "the control character U+0007 is not allowed; remove it"),
        ("\x7f", "the control character U+007F is not allowed; remove it"),
        ("\x80", "the control character U+0080 is not allowed; remove it"),
        ("\uffff", "the control character U+FFFF is not allowed; remove it"),
        ("\x85", "the line break U+0085 is not allowed; expected '\\N' in double quotes"),
        ("\u2028", "the line break U+2028 is not allowed; expected '\\L' in double quotes"),
        ("\u2029", "the line break U+2029 is not allowed; expected '\\P' in double quotes"),
    ],
)
def test_a_character_that_readers_disagree_on_is_shown(character: str, message: str) -> None:
    content = f"a: ü\nb: '😀{character}'\n".encode()

    assert fault(content) == (2, 6, message)


def test_a_comment_cannot_hide_a_key_behind_a_rare_line_break() -> None:
    content = "a: 1 # off\u2028b: 2\n".encode()

    assert fault(content)[:2] == (1, 11)


def test_a_second_byte_order_mark_is_shown() -> None:
    content = b"\xef\xbb\xbfa: 1\n\xef\xbb\xbfb: 2\n"

    assert fault(content) == (2, 1, "a byte order mark stands inside the file; remove it")


def test_a_byte_order_mark_within_a_line_is_text() -> None:
    assert load("cookies.yaml", "a: 'x\ufeffy'".encode()).data == {"a": "x\ufeffy"}


def test_a_file_above_the_limit_is_not_read() -> None:
    line, column, message = fault(b" " * (MAX_BYTES + 1))

    assert (line, column) == (1, 1)
    assert message == "the file has 67,108,865 bytes; expected at most 67,108,864"
