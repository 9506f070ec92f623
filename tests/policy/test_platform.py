"""The consent platform is spoken of only where it is named."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from policylint.i18n.catalogue import catalogue
from policylint.policy.blocks import Paragraph, Policy
from policylint.policy.plain import plain_spans
from tests.policy.further import FURTHER

BANNER = {
    "en": "In the settings of our banner",
    "fr": "Dans les réglages de notre bandeau",
    "de": "In den Einstellungen unseres Banners",
    "es": "En los ajustes de nuestro aviso",
    "it": "Nelle impostazioni del nostro banner",
    "nl": "In de instellingen van onze banner",
    "pl": "W ustawieniach naszego banera",
    "pt": "Nas definições do nosso aviso",
}


def levelled(text: str) -> str:
    return re.sub(r"\s", " ", text).replace("\u2019", "'")


def managing(policy: Policy) -> list[str]:
    return [
        levelled(plain_spans(one.spans))
        for one in dict(policy.document.sections())["manage"]
        if isinstance(one, Paragraph)
    ]


@pytest.mark.parametrize("language", ["en", "fr", *FURTHER])
def test_without_a_platform_no_sentence_points_back_at_one(
    data: Any, write: Callable[..., Policy], language: str
) -> None:
    words = catalogue(language)
    keys = ("manage.purposes", "manage.entry", "choices.entry")
    purposes, opened, changed = (
        levelled(words.text(f"policy.{key}", entry="")).split(":")[0].rstrip(" .") for key in keys
    )
    named = managing(write(data, language))
    del data["consent"]["platform"]
    unnamed = managing(write(data, language))

    assert named[1].startswith(purposes)
    assert named[2].startswith(opened)
    assert unnamed[0].startswith(BANNER[language])
    assert unnamed[1].startswith(changed)
    assert not any(one in said for said in unnamed for one in (purposes, opened))
