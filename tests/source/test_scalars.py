import pytest

from policylint.source.load import load


def value(text: str) -> object:
    document = load("cookies.yaml", f"a: {text}\n".encode())
    assert document.flaws == ()
    assert isinstance(document.data, dict)
    return document.data["a"]


@pytest.mark.parametrize(
    "text",
    [
        *("NO", "No", "no", "yes", "Yes", "on", "off", "y", "n", "nUll", "tRue"),
        *("1:30", "2025-01-02", "2025-01-02T10:00:00Z", "1_000", "0b11", "1e", "e1", "0x", "0o8"),
        *(".inf", "-.inf", ".Inf", ".nan", ".NaN", ".", "+", "+.", "-1-", "1.2.3", "1e5e3", "1e+"),
        *("0xG", "+0x1", "-0o7", "٣", "½", "1,5", "=", "1e999", "-1e999", "13 months"),
    ],
)
def test_what_is_neither_number_nor_word_of_json_stays_text(text: str) -> None:
    assert value(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(("null", None), ("Null", None), ("NULL", None), ("~", None), ("", None)),
        *(("true", True), ("True", True), ("TRUE", True)),
        *(("false", False), ("False", False), ("FALSE", False)),
        *(("0", 0), ("-0", 0), ("+12", 12), ("-7", -7), ("010", 10), ("0o10", 8), ("0xfF", 255)),
        *(("1.5", 1.5), ("-1.5", -1.5), (".5", 0.5), ("1.", 1.0), ("1e3", 1000.0)),
        *(("1E-2", 0.01), ("+1.5e+1", 15.0), ("00.5", 0.5)),
    ],
)
def test_the_core_schema_of_yaml_1_2_is_read(text: str, expected: object) -> None:
    found = value(text)

    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize("text", ["'1'", '"true"', "'null'", "'~'", '""', "'1.5'"])
def test_quoted_scalars_are_text(text: str) -> None:
    assert value(text) == text[1:-1]


def test_keys_are_the_text_in_the_file() -> None:
    document = load(
        "a.yaml", b"NO: 1\nno: 2\n1: 3\n01: 4\ntrue: 5\nnull: 6\n~: 7\n1.50: 8\n'': 9\n"
    )

    assert document.flaws == ()
    assert document.data == dict(
        zip(("NO", "no", "1", "01", "true", "null", "~", "1.50", ""), range(1, 10), strict=True)
    )


def test_an_integer_of_4000_digits_is_read() -> None:
    assert value("9" * 4000) == 10**4000 - 1
    assert value("-" + "9" * 4000) == 1 - 10**4000


@pytest.mark.parametrize("text", ["9" * 4001, "-" + "9" * 4001, "0x" + "f" * 3400])
def test_a_longer_integer_is_a_fault(text: str) -> None:
    document = load("cookies.yaml", f"a: 1\nb: {text}\n".encode())

    assert document.data is None
    (flaw,) = document.flaws
    assert flaw.kind == "syntax-error"
    assert flaw.message == "an integer of more than 4,000 digits; expected fewer"
    assert document.position(flaw.span.start) == (2, 4)
    assert document.text[slice(*flaw.span)] == text


def test_a_long_hexadecimal_integer_within_the_limit_is_read() -> None:
    assert value("0x" + "f" * 3000) == 16**3000 - 1


def test_repeated_short_scalars_are_one_object() -> None:
    document = load("a.yaml", b"- analytics\n- analytics\n- 'third party'\n- 'third party'\n")

    assert isinstance(document.data, list)
    assert document.data[0] is document.data[1]
    assert document.data[2] is document.data[3]
