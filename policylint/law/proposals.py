"""Proposals that are not law: only rules of family PRE point here, and only as guidance."""

from policylint.law.citation import Instrument, Provision

OMNIBUS = Instrument(
    key="COM/2025/837",
    titles={
        "en": "Proposal COM(2025) 837 (Digital Omnibus) to amend the GDPR: not law",
        "fr": "proposition COM(2025) 837 (omnibus numérique) modifiant le RGPD : pas du droit",
    },
    names={
        "en": "GDPR as proposed in COM(2025) 837",
        "fr": "du RGPD tel que proposé par COM(2025) 837",
    },
    url="https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:52025PC0837",
)
OMNIBUS_COUNCIL = Instrument(
    key="2025/0360(COD)-Council-2026-09-03",
    titles={
        "en": "Council, presidency text of 3 September 2026 on the Digital Omnibus: not law",
        "fr": "Conseil, texte de la présidence du 3 septembre 2026 sur l'omnibus numérique : "
        "pas du droit",
    },
    names={
        "en": "Council text on the Digital Omnibus",
        "fr": "du texte du Conseil sur l'omnibus numérique",
    },
    url="https://eur-lex.europa.eu/procedure/EN/2025_360",
)

OMNIBUS_88A_4_A = Provision(
    instrument=OMNIBUS,
    article="88a",
    paragraph="4",
    point="a",
    force="guidance",
    verified="read",
)
OMNIBUS_88A_4 = Provision(
    instrument=OMNIBUS, article="88a", paragraph="4", force="guidance", verified="read"
)
OMNIBUS_88B = Provision(instrument=OMNIBUS, article="88b", force="guidance", verified="read")
OMNIBUS_COUNCIL_REPEAT = Provision(
    instrument=OMNIBUS_COUNCIL, force="guidance", verified="secondary"
)
