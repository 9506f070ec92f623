"""Every section and every fact that the policy owes its reader, per language."""

from collections.abc import Callable
from typing import Any

import pytest

from policylint.policy.blocks import Policy
from tests.policy.further import FURTHER, further

SECTIONS = [
    "head",
    "about",
    "what",
    "data",
    "essential",
    "improvement",
    "exempt",
    "withdrawal",
    "list",
    "lifetimes",
    "recipients",
    "transfers",
    "decisions",
    "manage",
    "rights",
    "complaint",
    "date",
]
FACTS = {
    "controller": ("Studio Ductus SAS is responsible", "Studio Ductus SAS répond"),
    "address": ("1 rue de l'Exemple, 69000 Lyon", "1 rue de l'Exemple, 69000 Lyon"),
    "contact": ("privacy@studio-ductus.example", "privacy@studio-ductus.example"),
    "officer": ("data protection officer: Maître Exemple", "délégué à la protection des données"),
    "legal texts": ("Article 82 French Act no. 78-17", "article 82 de la loi n° 78-17"),
    "definition": ("A cookie is a small text", "Un cookie est un petit texte"),
    "gathered": ("IP address and purchases", "adresse IP et achats"),
    "essential": ("without asking for your consent", "sans demander votre consentement"),
    "limb": ("it only carries a communication", "il sert exclusivement à effectuer une"),
    "purpose and basis": (
        "audience measurement \u2013 consent (Article 6(1)(a) GDPR)",
        "mesure d'audience \u2013 consentement (article 6, paragraphe 1, point a), du RGPD)",
    ),
    "interest": ("Legitimate interest: find slow pages", "Intérêt légitime : trouver les pages"),
    "recipients": ("Who else can read it: Google Ireland", "Qui d'autre peut le lire : Google"),
    "nobody": ("Who else can read it: nobody else", "peut le lire : personne d'autre"),
    "vendor country": ("Country: Ireland", "Pays : Irlande"),
    "vendor role": ("joint controller (decides together", "responsable conjoint du traitement ("),
    "own unit": ("13 months; a visit does not make it longer", "13 mois ; une visite ne l'allonge"),
    "tab": ("until you close the tab", "jusqu'à la fermeture de l'onglet"),
    "retention": ("How long the data is kept: 14 months", "conservation des données : 14 mois"),
    "criterion": ("until you close your account", "jusqu'à la fermeture de votre compte"),
    "party": ("third party", "cookie tiers"),
    "longest": ("cookie on this website is 13 months: _ga", "est celle-ci : 13 mois (_ga et"),
    "transfer": ("Country of destination: United States", "Pays de destination : États-Unis"),
    "mechanism": ("Safeguard: standard contractual clauses", "clauses contractuelles types"),
    "reference": ("Reference: SCC-2025-4", "Référence : SCC-2025-4"),
    "copy": ("a copy of the safeguards", "une copie des garanties"),
    "no transfer": ("European Economic Area: Agilitation", "économique européen : Agilitation"),
    "essence": ("we answer your requests and Pulse", "nous répondons à vos demandes et Pulse"),
    "logic": ("the more pages you see", "plus vous voyez de pages"),
    "effects": ("you see other adverts", "vous voyez d'autres publicités"),
    "special categories": ("(Article 9): health", "(article 9) : santé"),
    "condition": ("your explicit consent", "votre consentement explicite"),
    "refusal": ("If you refuse: the site works", "Si vous refusez : le site fonctionne"),
    "validity": ("consent for 6 months", "votre consentement pendant 6 mois"),
    "refusal memory": ("your refusal for 6 months", "votre refus pendant 6 mois"),
    "proof": ("the proof of your choice for 5 years", "la preuve de votre choix pendant 5 ans"),
    "withdrawal": ("withdraw your consent at any time", "retirer votre consentement à tout"),
    "entry point": ("the link Cookies at the foot", "le lien Cookies en bas de chaque page"),
    "exempt": ("exempt from consent in France", "exempté de consentement (France)"),
    "objection": ("To object: https://studio-ductus", "Pour vous opposer : https://studio"),
    "platform": ("consent platform is Axeptio", "plateforme de consentement : Axeptio"),
    "browsers": ("support.mozilla.org/en-US", "support.mozilla.org/fr"),
    "access": ("Right of access by the data subject", "Droit d'accès de la personne concernée"),
    "erasure": ("Right to erasure (Article 17 GDPR)", "Droit à l'effacement (article 17 du RGPD)"),
    "portability": ("Right to data portability", "Droit à la portabilité des données"),
    "object": ("Right to object (Article 21", "Droit d'opposition (article 21"),
    "authority": ("(CNIL) (complaint page <https://www", "(CNIL) (page des réclamations <https"),
    "date": ("of 23 November 2026.", "du 23 novembre 2026."),
}

LANGUAGE = pytest.mark.parametrize("language", ["en", "fr", *FURTHER])
ENGLISH = """
the and of with your you this that from we our which when not are is has have will by it its to
their until each without asks agree purpose purposes consent lifetime
"""


def test_every_section_is_there_in_its_order(data: Any, write: Callable[..., Policy]) -> None:
    sections = [anchor for anchor, _ in write(data).document.sections()]

    assert sections == SECTIONS


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize(("position", "language"), [(0, "en"), (1, "fr")])
def test_every_fact_is_told(
    data: Any, words: Callable[..., str], fact: str, position: int, language: str
) -> None:
    assert FACTS[fact][position] in words(data, language)


@pytest.mark.parametrize("language", FURTHER)
def test_every_fact_is_told_in_a_further_language(
    data: Any, words: Callable[..., str], language: str
) -> None:
    facts, text = further(language)["facts"], words(data, language)

    assert set(facts) == set(FACTS)
    assert [one for one in facts.values() if one not in text] == []


@LANGUAGE
def test_nothing_is_left_out_of_a_complete_inventory(
    data: Any, write: Callable[..., Policy], language: str
) -> None:
    assert write(data, language).left_out == ()


@pytest.mark.parametrize("word", ["complian", " may ", "conforme", "konform", "13-month"])
@LANGUAGE
def test_the_policy_promises_no_conformity_and_is_not_vague(
    data: Any, words: Callable[..., str], language: str, word: str
) -> None:
    assert word not in words(data, language).lower()


@pytest.mark.parametrize("language", ["fr", *FURTHER])
def test_no_english_word_is_left(data: Any, words: Callable[..., str], language: str) -> None:
    shared = further(language)["shared"] if language in FURTHER else []
    text = words(data, language).lower()

    left = set(ENGLISH.split()) & set(text.replace("'", " ").replace(".", " ").split())
    assert left <= set(shared)
