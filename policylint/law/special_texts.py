"""Texts on special situations: children, profiling, fingerprints, political adverts."""

from policylint.law.citation import Instrument

DSA = Instrument(
    key="2022/2065",
    titles={
        "en": "Regulation (EU) 2022/2065 (Digital Services Act)",
        "fr": "règlement (UE) 2022/2065 (règlement sur les services numériques)",
    },
    names={"en": "Digital Services Act", "fr": "du règlement sur les services numériques"},
    url="https://eur-lex.europa.eu/eli/reg/2022/2065/oj",
)
TTPA = Instrument(
    key="2024/900",
    titles={
        "en": "Regulation (EU) 2024/900 on political advertising",
        "fr": "règlement (UE) 2024/900 sur la publicité à caractère politique",
    },
    names={"en": "Regulation (EU) 2024/900", "fr": "du règlement (UE) 2024/900"},
    url="https://eur-lex.europa.eu/eli/reg/2024/900/oj",
)
META_BKA = Instrument(
    key="C-252/21",
    titles={
        "en": "Court of Justice, Meta Platforms, C-252/21, 4 July 2023",
        "fr": "Cour de justice, Meta Platforms, C-252/21, 4 juillet 2023",
    },
    names={"en": "Meta Platforms (C-252/21)", "fr": "de l'arrêt Meta Platforms (C-252/21)"},
    url="https://curia.europa.eu/juris/liste.jsf?num=C-252/21",
)
DUN_BRADSTREET = Instrument(
    key="C-203/22",
    titles={
        "en": "Court of Justice, Dun & Bradstreet Austria, C-203/22, 27 February 2025",
        "fr": "Cour de justice, Dun & Bradstreet Austria, C-203/22, 27 février 2025",
    },
    names={
        "en": "Dun & Bradstreet Austria (C-203/22)",
        "fr": "de l'arrêt Dun & Bradstreet Austria (C-203/22)",
    },
    url="https://curia.europa.eu/juris/liste.jsf?num=C-203/22",
)
WP224 = Instrument(
    key="WP224",
    titles={
        "en": "Article 29 Working Party, Opinion 9/2014 on device fingerprinting (WP224)",
        "fr": "groupe de l'article 29, avis 9/2014 sur les empreintes d'appareils (WP224)",
    },
    names={"en": "WP224", "fr": "de l'avis 9/2014 (WP224)"},
    url="https://ec.europa.eu/justice/article-29/documentation/",
)
WP248 = Instrument(
    key="WP248",
    titles={
        "en": "Article 29 Working Party, Guidelines on impact assessments (WP248 rev.01)",
        "fr": "groupe de l'article 29, lignes directrices sur l'analyse d'impact (WP248 rév. 01)",
    },
    names={"en": "WP248", "fr": "des lignes directrices WP248"},
    url="https://ec.europa.eu/newsroom/article29/items/611236",
)
