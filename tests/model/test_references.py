import pytest

from policylint.model.references import resolve_references


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("R&D", "R&D"),
        ("&eacute;t&#233; &#xE9;&lt", "été é<"),
        ("&#00000000065;&#x00000041;", "AA"),
        ("&#1114112;&#12345678;&#x110000;", "\ufffd\ufffd\ufffd"),
        ("&#" + "0" * 5_000 + "65;", "A"),
        ("&#" + "9" * 5_000 + ";&#x" + "f" * 9_000 + ";", "\ufffd\ufffd"),
    ],
)
def test_a_reference_means_one_character_however_long_it_is(written: str, meant: str) -> None:
    assert resolve_references(written) == meant
