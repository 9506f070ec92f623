import pytest

from policylint.i18n import languages
from policylint.i18n.catalogue import catalogue
from policylint.model.language_tags import unreal
from policylint.model.scalars import parse_language


@pytest.mark.parametrize(
    "tag",
    [
        *("fr", "FR", "pt-BR", "zh-Hant", "zh-hant-tw", "es-419", "sr-Latn-RS", "gsw", "gsw-CH"),
        *("ca-valencia", "de-1996", "de-DE-u-co-phonebk", "zh-yue-HK", "en-x-plain", "sl-rozaj-biske"),
    ],
)  # fmt: skip
def test_a_tag_that_can_exist_is_taken(tag: str) -> None:
    assert unreal(parse_language(tag)) is None


@pytest.mark.parametrize(
    ("tag", "why"),
    [
        ("xx", "'xx' is no language"),
        ("xx-nope", "'xx' is no language"),
        ("fr-nope", "'nope' is no script"),
        ("fr-XX", "'XX' is no country"),
        ("fr-FR-Latn", "its parts are not those of a tag"),
        ("fr-x", "its parts are not those of a tag"),
        ("fr-a", "its parts are not those of a tag"),
    ],
)
def test_of_a_tag_that_cannot_exist_it_is_told_why(tag: str, why: str) -> None:
    assert unreal(tag) == why


@pytest.mark.parametrize("language", languages())
def test_every_language_that_has_a_name_can_exist(language: str) -> None:
    words = catalogue(language)
    tags = [key.split(".")[2] for key in words.keys("ui") if key.startswith("ui.language.")]

    assert len(tags) > 20
    assert [tag for tag in tags if unreal(tag)] == []
