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
    "limb": (
        "it only carries a communication",
        "il vise exclusivement à effectuer la transmission",
    ),
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
    "source": (
        "By means of the cookies on this website, this data is gathered:",
        "Au moyen des cookies de ce site, ces données sont recueillies :",
    ),
    "nothing personal": (
        "These cookies gather no personal data: SERVERID",
        "Ces cookies ne recueillent aucune donnée à caractère personnel : SERVERID",
    ),
    "third party": (
        "A third-party cookie belongs to another website, whose content our pages",
        "Un cookie tiers appartient à un autre site, dont nos pages chargent des",
    ),
    "other storage": (
        "This website also uses other techniques. In this policy the word cookie",
        "Ce site utilise aussi d'autres techniques. Dans cette politique, le mot",
    ),
    "tab storage": (
        "texts that a page keeps until you close the tab",
        "des textes qu'une page garde jusqu'à la fermeture de l'onglet",
    ),
    "pixel": (
        "a tiny image, often invisible, whose loading tells that a page was opened",
        "une image minuscule, souvent invisible, dont le chargement signale qu'une",
    ),
    "blocking": (
        "You can block these cookies in your browser. What each of them does then no",
        "Vous pouvez bloquer ces cookies dans votre navigateur. Ce que fait chacun",
    ),
    "consent first": (
        "We set these cookies only if you agree",
        "Nous ne déposons ces cookies que si vous y consentez",
    ),
    "no tick": ("Nothing is ticked in advance", "Rien n'est coché d'avance"),
    "no implied consent": (
        "Scrolling, closing the banner or going on to another page is no consent",
        "Faire défiler la page, fermer le bandeau ou passer à une autre page ne vaut",
    ),
    "refusing as easy": (
        "Refusing takes no more clicks than accepting",
        "Refuser ne demande pas plus de clics qu'accepter",
    ),
    "signal": (
        "If your browser sends the Global Privacy Control signal, we treat it as a",
        "Si votre navigateur envoie le signal « Global Privacy Control », nous le",
    ),
    "end of consent": (
        "When your consent ends, these cookies are deleted",
        "Quand votre consentement prend fin, ces cookies sont supprimés",
    ),
    "asked again": (
        "We also ask again in these cases:",
        "Nous vous interrogeons aussi de nouveau dans ces cas :",
    ),
    "new company": ("a company is added", "une société est ajoutée"),
    "clicks": ("It takes 2 clicks", "Il suffit de 2 clics"),
    "before withdrawal": (
        "What was done with your consent before you withdraw it stays lawful",
        "Ce qui a été fait avec votre consentement avant son retrait reste licite",
    ),
    "cleared": (
        "We then delete the cookies that need your consent",
        "Nous supprimons alors les cookies soumis à votre consentement",
    ),
    "vendors told": (
        "We then inform the companies that received your data",
        "Nous en informons alors les sociétés qui ont reçu vos données",
    ),
    "renewal": (
        "Each visit starts the lifetime of these cookies again: _ga_*",
        "Chaque visite fait repartir la durée de vie de ces cookies : _ga_*",
    ),
    "profile": (
        "These cookies help to build a profile for advertising: px",
        "Ces cookies aident à établir un profil publicitaire : px",
    ),
    "automated": (
        "By means of px, decisions are taken without a person",
        "Au moyen de px, des décisions sont prises sans intervention humaine",
    ),
    "each purpose": (
        "There you accept or refuse each purpose on its own",
        "Vous y acceptez ou refusez chaque finalité séparément",
    ),
    "browser settings": (
        "You can also delete or block cookies in the settings of your browser. These",
        "Vous pouvez aussi supprimer ou bloquer les cookies dans les réglages de",
    ),
    "rectification": (
        "Right to rectification (Article 16 GDPR)",
        "Droit de rectification (article 16 du RGPD)",
    ),
    "restriction": (
        "Right to restriction of processing (Article 18 GDPR)",
        "Droit à la limitation du traitement (article 18 du RGPD)",
    ),
    "right to withdraw": (
        "Right to withdraw consent (Article 7(3)",
        "Droit de retirer son consentement (article 7, paragraphe 3, du RGPD)",
    ),
    "no automated decision": (
        "Right not to be subject to a decision based solely on automated processing",
        "Droit de ne pas faire l'objet d'une décision fondée exclusivement sur un",
    ),
    "use of rights": (
        "To use your rights, write to us: privacy@studio",
        "Pour exercer vos droits, écrivez-nous : privacy@studio",
    ),
    "complaint": (
        "You can also complain to a supervisory authority:",
        "Vous pouvez aussi introduire une réclamation auprès d'une autorité de",
    ),
}

AS_EASY = {
    "en": "Withdrawing takes no more clicks than accepting.",
    "fr": "Retirer le consentement ne demande pas plus de clics que le donner.",
    "de": "Der Widerruf erfordert nicht mehr Klicks als das Zustimmen.",
    "es": "Retirar el consentimiento no exige más clics que darlo.",
    "it": "Revocare il consenso non richiede più clic che prestarlo.",
    "nl": "Intrekken kost niet meer klikken dan toestemming geven.",
    "pl": "Wycofanie zgody nie wymaga więcej kliknięć niż jej wyrażenie.",
    "pt": "Retirar o consentimento não exige mais cliques do que dá-lo.",
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
@pytest.mark.parametrize(("clicks", "is_as_easy"), [(1, True), (2, False)])
def test_to_withdraw_is_as_easy_as_to_agree_only_where_it_takes_no_more_clicks(
    data: Any, words: Callable[..., str], language: str, clicks: int, is_as_easy: bool
) -> None:
    data["consent"]["clicks"] = {"accept": 1, "reject": 1, "withdraw": clicks}

    assert (AS_EASY[language] in words(data, language)) is is_as_easy


@LANGUAGE
def test_the_reader_sees_which_version_it_is(
    data: Any, write: Callable[..., Policy], words: Callable[..., str], language: str
) -> None:
    version = write(data, language).document.version

    assert len(version) == 12
    assert version in words(data, language)


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
