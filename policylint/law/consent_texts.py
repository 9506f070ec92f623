"""Rulings, opinions and recommendations on consent, each written once."""

from policylint.law.citation import Instrument

EPRIVACY_2009 = Instrument(
    key="2009/136/EC",
    titles={
        "en": "Directive 2009/136/EC, amending Directive 2002/58/EC",
        "fr": "directive 2009/136/CE, modifiant la directive 2002/58/CE",
    },
    names={"en": "Directive 2009/136/EC", "fr": "de la directive 2009/136/CE"},
    url="https://eur-lex.europa.eu/eli/dir/2009/136/oj",
)
ORANGE_ROMANIA = Instrument(
    key="C-61/19",
    titles={
        "en": "Court of Justice, Orange România, C-61/19, 11 November 2020",
        "fr": "Cour de justice, Orange România, C-61/19, 11 novembre 2020",
    },
    names={"en": "Orange România (C-61/19)", "fr": "de l'arrêt Orange România (C-61/19)"},
    url="https://curia.europa.eu/juris/liste.jsf?num=C-61/19",
)
IAB_EUROPE = Instrument(
    key="C-604/22",
    titles={
        "en": "Court of Justice, IAB Europe, C-604/22, 7 March 2024",
        "fr": "Cour de justice, IAB Europe, C-604/22, 7 mars 2024",
    },
    names={"en": "IAB Europe (C-604/22)", "fr": "de l'arrêt IAB Europe (C-604/22)"},
    url="https://curia.europa.eu/juris/liste.jsf?num=C-604/22",
)
VG_HANNOVER = Instrument(
    key="VG-Hannover-10-A-5385/22",
    titles={
        "en": "Verwaltungsgericht Hannover, 10 A 5385/22, 19 March 2025 (appeal pending)",
        "fr": "Verwaltungsgericht de Hanovre, 10 A 5385/22, 19 mars 2025 (appel pendant)",
    },
    names={"en": "VG Hannover 10 A 5385/22", "fr": "du jugement VG Hannover 10 A 5385/22"},
    url="https://www.verwaltungsgericht-hannover.niedersachsen.de",
)
CONSEIL_ETAT_434684 = Instrument(
    key="CE-434684",
    titles={
        "en": "Conseil d'État (France), no. 434684, 19 June 2020",
        "fr": "Conseil d'État, n° 434684, 19 juin 2020",
    },
    names={"en": "Conseil d'État no. 434684", "fr": "de la décision du Conseil d'État n° 434684"},
    url="https://www.conseil-etat.fr",
)
CNIL_2025_131 = Instrument(
    key="CNIL-2025-131",
    titles={
        "en": "CNIL deliberation 2025-131 of 18 December 2025, amending recommendation 2020-092 "
        "(consent across devices)",
        "fr": "délibération de la CNIL n° 2025-131 du 18 décembre 2025 modifiant la "
        "recommandation n° 2020-092 (consentement multi-terminaux)",
    },
    names={"en": "CNIL 2025-131", "fr": "de la délibération CNIL n° 2025-131"},
    url="https://www.cnil.fr",
)
CNIL_WALLS = Instrument(
    key="CNIL-walls-2022",
    titles={
        "en": "CNIL, criteria for assessing cookie walls, May 2022",
        "fr": "critères d'évaluation des cookie walls de la CNIL, mai 2022",
    },
    names={
        "en": "CNIL criteria on cookie walls",
        "fr": "des critères de la CNIL sur les cookie walls",
    },
    url="https://www.cnil.fr/fr/cookies-et-autres-traceurs/regles/cookie-walls",
)
CNIL_SAN_2025_005 = Instrument(
    key="CNIL-SAN-2025-005",
    titles={
        "en": "CNIL, sanction SAN-2025-005 (SHEIN), 2025",
        "fr": "délibération de sanction de la CNIL SAN-2025-005 (SHEIN), 2025",
    },
    names={"en": "CNIL SAN-2025-005", "fr": "de la délibération CNIL SAN-2025-005"},
    url="https://www.cnil.fr/en/cookies-placed-without-consent-shein-fined-150-million-euros-cnil",
)
EDPB_DECEPTIVE = Instrument(
    key="EDPB-03/2022",
    titles={
        "en": "EDPB Guidelines 03/2022 on deceptive design patterns, version 2.0",
        "fr": "lignes directrices 03/2022 de l'EDPB sur les interfaces trompeuses, version 2.0",
    },
    names={"en": "EDPB Guidelines 03/2022", "fr": "des lignes directrices 03/2022 de l'EDPB"},
    url="https://www.edpb.europa.eu/our-work-tools/our-documents/guidelines/"
    "guidelines-032022-deceptive-design-patterns-social-media_en",
)
EDPB_BY_DESIGN = Instrument(
    key="EDPB-4/2019",
    titles={
        "en": "EDPB Guidelines 4/2019 on data protection by design and by default (art. 25)",
        "fr": "lignes directrices 4/2019 de l'EDPB sur la protection des données dès la "
        "conception et par défaut (art. 25)",
    },
    names={"en": "EDPB Guidelines 4/2019", "fr": "des lignes directrices 4/2019 de l'EDPB"},
    url="https://www.edpb.europa.eu/our-work-tools/our-documents/guidelines/"
    "guidelines-42019-article-25-data-protection-design-and_en",
)
EDPB_PAY = Instrument(
    key="EDPB-08/2024",
    titles={
        "en": "EDPB Opinion 08/2024 on consent or pay by large online platforms, 17 April 2024",
        "fr": "avis 08/2024 de l'EDPB sur « consentir ou payer » des grandes plateformes en "
        "ligne, 17 avril 2024",
    },
    names={"en": "EDPB Opinion 08/2024", "fr": "de l'avis 08/2024 de l'EDPB"},
    url="https://www.edpb.europa.eu/our-work-tools/our-documents/opinion-board-art-64/"
    "opinion-082024-valid-consent-context-consent-or_en",
)
ICO_PAY = Instrument(
    key="ICO-pay-2025",
    titles={
        "en": "ICO guidance on consent or pay, 2025",
        "fr": "lignes directrices de l'ICO sur « consentir ou payer », 2025",
    },
    names={
        "en": "ICO guidance on consent or pay",
        "fr": "des lignes directrices de l'ICO sur « consentir ou payer »",
    },
    url="https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/"
    "online-tracking/consent-or-pay/",
)
DSK_PUR = Instrument(
    key="DSK-pur-2023",
    titles={
        "en": "DSK decision on subscriptions without tracking ('pur'), 2023",
        "fr": "décision de la DSK sur les abonnements sans suivi (« pur »), 2023",
    },
    names={
        "en": "DSK decision on 'pur' subscriptions",
        "fr": "de la décision de la DSK sur les abonnements « pur »",
    },
    url="https://www.datenschutzkonferenz-online.de",
)
TCF_POLICIES = Instrument(
    key="IAB-TCF-2.3",
    titles={
        "en": "IAB Europe, Transparency and Consent Framework, version 2.3 (a contract)",
        "fr": "IAB Europe, Transparency and Consent Framework, version 2.3 (un contrat)",
    },
    names={"en": "IAB TCF 2.3", "fr": "du TCF 2.3 de l'IAB"},
    url="https://iabeurope.eu/transparency-consent-framework/",
)
