"""Legal texts and authorities have names in each further language, or keep their own on purpose."""

from importlib.resources import files
from typing import Any

import pytest

from policylint.law.authorities import AUTHORITIES
from policylint.law.citation import Provision
from policylint.law.jurisdictions import EEA_COUNTRIES, PACKS, pack
from policylint.law.translations import table
from tests.law.test_citations import INSTRUMENTS, PROVISIONS

FOLDER = files("policylint.law").joinpath("languages")
LANGUAGES = sorted(one.name.removesuffix(".yaml") for one in FOLDER.iterdir())
FURTHER = pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "fr"])
KEYS = {one.key for _, one in INSTRUMENTS.values()}
# Authorities that go by their own name in every language, unless it gives them one.
BY_THEIR_OWN_NAME = {
    *("AT", "BE", "CZ", "EE", "ES", "FR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV"),
    *("NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "UK"),
}


def places() -> set[str]:
    return {*PACKS, *AUTHORITIES}


@FURTHER
def test_every_instrument_has_a_title_and_a_name(language: str) -> None:
    names = table(language)

    assert set(names["titles"]) == set(names["names"]) == KEYS
    texts = [
        text for section in ("titles", "names", "authorities") for text in names[section].values()
    ]
    assert [one for one in texts if not one.strip() or one != one.strip()] == []


@FURTHER
def test_every_authority_has_a_name_or_keeps_its_own_on_purpose(language: str) -> None:
    named = set(table(language)["authorities"])

    assert named <= places()
    assert places() - named - BY_THEIR_OWN_NAME == set()


def test_an_authority_by_its_own_name_has_no_english_one() -> None:
    for code in sorted(BY_THEIR_OWN_NAME & (EEA_COUNTRIES | set(PACKS))):
        found = pack(code)
        assert found is not None
        assert "Commissioner" not in found.authority.name("en") or code == "UK"


@FURTHER
def test_every_place_is_cited_without_an_english_word(language: str) -> None:
    said = " ".join(one.cite(language) for _, one in PROVISIONS.values()).lower()

    assert not {"article", "recital", "clause", "operative", "paragraph"} & set(said.split())


def test_every_place_is_cited_in_french_without_an_english_word() -> None:
    said = " ".join(one.cite("fr") for _, one in PROVISIONS.values()).lower()

    assert not {"recital", "schedule", "operative", "paragraph", "standard"} & set(said.split())


def example(key: str, **place: Any) -> Provision:
    text = next(one for _, one in INSTRUMENTS.values() if one.key == key)
    return Provision(instrument=text, force="law", verified="known", **place)


@pytest.mark.parametrize(
    ("language", "key", "place", "words"),
    [
        (
            *("es", "2016/679", {"article": "6", "paragraph": "1", "point": "a"}),
            "artículo 6, apartado 1, letra a), del RGPD",
        ),
        ("es", "2016/679", {"article": "4", "point": "11"}, "artículo 4, punto 11, del RGPD"),
        (
            *("es", "UK-2003/2426", {"section": "Schedule A1, ¶4"}),
            "anexo A1, apdo. 4, de las PECR del Reino Unido",
        ),
        ("fr", "2016/679", {"section": "recital 30"}, "considérant 30 du RGPD"),
        (
            *("fr", "C-673/17", {"section": "operative part 1"}),
            "point 1 du dispositif de l'arrêt Planet49 (C-673/17)",
        ),
        (
            *("fr", "UK-2003/2426", {"section": "Schedule A1, ¶4"}),
            "annexe A1, paragraphe 4, des PECR britanniques",
        ),
        ("fr", "2021/914", {"section": "clause 14"}, "clause 14 de la décision (UE) 2021/914"),
        (
            *("fr", "CNIL-2020-091", {"article": "5", "section": "¶50-52"}),
            "article 5, par. 50-52, de la délibération CNIL n° 2020-091",
        ),
        (
            "fr",
            "AP-banners-2025",
            {"section": "standard on withdrawal"},
            "norme « Retrait » des lignes directrices de l'AP",
        ),
        (
            "fr",
            "C-413/23 P",
            {"section": "¶84-86"},
            "points 84-86 de l'arrêt CEPD c. CRU (C-413/23 P)",
        ),
        ("es", "2016/679", {"article": "17"}, "artículo 17 del RGPD"),
        ("es", "2016/679", {"section": "recital 30"}, "considerando 30 del RGPD"),
        (
            *("es", "DE-TDDDG", {"unit": "§", "article": "25", "paragraph": "1"}),
            "§ 25, apartado 1, de la Ley alemana TDDDG",
        ),
        (
            *("es", "C-673/17", {"section": "operative part 1"}),
            "punto 1 del fallo de la sentencia Planet49 (C-673/17)",
        ),
        (
            *("de", "2016/679", {"article": "6", "paragraph": "1", "point": "a"}),
            "Art. 6 Abs. 1 Buchst. a DSGVO",
        ),
        ("de", "2016/679", {"article": "4", "point": "11"}, "Art. 4 Nr. 11 DSGVO"),
        (
            "de",
            "2002/58/EC",
            {"article": "5", "paragraph": "3"},
            "Art. 5 Abs. 3 der Richtlinie 2002/58/EG",
        ),
        (
            *("de", "DE-TDDDG", {"unit": "§", "article": "25", "paragraph": "1"}),
            "§ 25 Abs. 1 TDDDG",
        ),
        (
            *("de", "UK-2003/2426", {"section": "Schedule A1, ¶2(3)"}),
            "Anhang A1 Nr. 2(3) der britischen PECR",
        ),
        (
            *("de", "UK-2003/2426", {"unit": "reg.", "article": "6"}),
            "Regulation 6 der britischen PECR",
        ),
        ("de", "EDPB-05/2020", {"section": "¶40-41"}, "Rn. 40-41 der Leitlinien 05/2020 des EDSA"),
        (
            *("de", "C-673/17", {"section": "operative part 1"}),
            "Nr. 1 des Tenors des Urteils Planet49 (C-673/17)",
        ),
        (
            "de",
            "WP248",
            {},
            "Artikel-29-Datenschutzgruppe, Leitlinien zur Datenschutz-Folgenabschätzung (WP248 rev.01)",
        ),
        ("es", "2016/679", {}, "Reglamento (UE) 2016/679 (RGPD)"),
        (
            *("it", "2016/679", {"article": "6", "paragraph": "1", "point": "a"}),
            "articolo 6, paragrafo 1, lettera a), del GDPR",
        ),
        ("it", "2016/679", {"article": "4", "point": "11"}, "articolo 4, punto 11), del GDPR"),
        ("it", "UK-2003/2426", {"section": "Schedule A1"}, "allegato A1 dei PECR britannici"),
        (
            *("it", "C-673/17", {"section": "operative part 1"}),
            "punto 1 del dispositivo della sentenza Planet49 (C-673/17)",
        ),
        ("it", "2016/679", {}, "regolamento (UE) 2016/679 (GDPR)"),
        (
            *("nl", "2016/679", {"article": "6", "paragraph": "1", "point": "a"}),
            "artikel 6, lid 1, onder a), AVG",
        ),
        ("nl", "2016/679", {"article": "4", "point": "11"}, "artikel 4, punt 11, AVG"),
        ("nl", "2016/679", {"article": "17"}, "artikel 17 AVG"),
        (
            *("nl", "2002/58/EC", {"article": "5", "paragraph": "3"}),
            "artikel 5, lid 3, van Richtlijn 2002/58/EG",
        ),
        ("nl", "NL-Tw", {"article": "11.7a"}, "artikel 11.7a van de Telecommunicatiewet"),
        (
            *("nl", "DE-TDDDG", {"unit": "§", "article": "25", "paragraph": "1"}),
            "§ 25, lid 1, van de Duitse TDDDG",
        ),
        (
            *("nl", "UK-2003/2426", {"section": "Schedule A1, ¶4"}),
            "bijlage A1, punt 4, van de Britse PECR",
        ),
        (
            *("nl", "C-673/17", {"section": "operative part 1"}),
            "punt 1 van het dictum van het arrest Planet49 (C-673/17)",
        ),
        (
            *("pl", "2016/679", {"article": "6", "paragraph": "1", "point": "a"}),
            "art. 6 ust. 1 lit. a) RODO",
        ),
        ("pl", "2016/679", {"article": "4", "point": "11"}, "art. 4 pkt 11 RODO"),
        ("pl", "2016/679", {"section": "recital 30"}, "motyw 30 RODO"),
        (
            *("pl", "DE-TDDDG", {"unit": "§", "article": "25", "paragraph": "1"}),
            "§ 25 ust. 1 niemieckiej ustawy TDDDG",
        ),
        (
            *("pl", "C-673/17", {"section": "operative part 1"}),
            "pkt 1 sentencji wyroku Planet49 (C-673/17)",
        ),
        (
            "pl",
            "FR-78-17",
            {"article": "82"},
            "art. 82 francuskiej ustawy nr 78-17 z 6 stycznia 1978 r.",
        ),
        ("pl", "2016/679", {}, "rozporządzenie (UE) 2016/679 (RODO)"),
        (
            *("pt", "2016/679", {"article": "6", "paragraph": "1", "point": "a"}),
            "artigo 6.º, n.º 1, alínea a), do RGPD",
        ),
        ("pt", "2016/679", {"article": "4", "point": "11"}, "artigo 4.º, ponto 11, do RGPD"),
        ("pt", "2016/679", {"article": "17"}, "artigo 17.º do RGPD"),
        ("pt", "PT-41/2004", {"article": "5"}, "artigo 5.º da Lei n.º 41/2004"),
        (
            *("pt", "COM/2025/837", {"article": "88a", "paragraph": "4"}),
            "artigo 88.º-A, n.º 4, do RGPD segundo a proposta COM(2025) 837",
        ),
        ("pt", "CH-784.10", {"article": "45c"}, "artigo 45c da Lei suíça das telecomunicações"),
        ("pt", "NL-Tw", {"article": "11.7a"}, "artigo 11.7a da Telecommunicatiewet neerlandesa"),
        (
            "pt",
            "EDPB-05/2020",
            {"section": "¶40-41"},
            "pontos 40-41 das Diretrizes 05/2020 do CEPD",
        ),
        ("pt", "2016/679", {}, "Regulamento (UE) 2016/679 (RGPD)"),
    ],
)
def test_a_place_is_cited_as_the_language_does(
    language: str, key: str, place: dict[str, Any], words: str
) -> None:
    assert example(key, **place).cite(language) == words
