"""What fuzzing and comparing found: each stays mended."""

import pytest

from policylint.source.load import load
from tests.fuzz.loader import by_python


@pytest.mark.parametrize("escape", ["\\UFFFFFFFF", "\\U00110000", "\\U7FFFFFFF", "\\U0000D800"])
def test_an_escape_beyond_all_characters_is_a_fault_by_either_parser(escape: str) -> None:
    text = f'a: "{escape}"'

    (fast,), (slow,) = load("cookies.yaml", text.encode()).flaws, by_python(text).flaws

    assert fast == slow
    assert fast.message == "an escape names no character; expected the character itself"


@pytest.mark.parametrize(
    "text",
    [
        # files of a well-known SDK hold the first, which had a key of nothing
        "attributes:\n- &reference_iamge:\n  parameter_name: referenceImagesId\n",
        "key: &an:chor value\n",
        "{ ?foo: bar,\nbar: 42\n}\n",
        "[?x]\n",
    ],
)
def test_what_the_parser_would_read_otherwise_than_yaml_is_refused(text: str) -> None:
    document = load("cookies.yaml", text.encode())

    assert document.data is None
    assert [flaw.kind for flaw in document.flaws] == ["syntax-error"]
