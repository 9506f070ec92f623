"""The legal texts that provisions point into, each written once."""

from policylint.law.citation import Instrument

EPRIVACY = Instrument(
    key="2002/58/EC",
    titles={
        "en": "Directive 2002/58/EC (privacy and electronic communications)",
        "fr": "directive 2002/58/CE (vie privée et communications électroniques)",
    },
    names={"en": "Directive 2002/58/EC", "fr": "de la directive 2002/58/CE"},
    url="https://eur-lex.europa.eu/eli/dir/2002/58/2009-12-19",
)
GDPR = Instrument(
    key="2016/679",
    titles={
        "en": "Regulation (EU) 2016/679 (GDPR)",
        "fr": "règlement (UE) 2016/679 (RGPD)",
    },
    names={"en": "GDPR", "fr": "du RGPD"},
    url="https://eur-lex.europa.eu/eli/reg/2016/679/oj",
)
UK_GDPR = Instrument(
    key="UK-GDPR",
    titles={
        "en": "Regulation (EU) 2016/679 as part of the law of the United Kingdom (UK GDPR)",
        "fr": "règlement (UE) 2016/679 intégré au droit du Royaume-Uni (RGPD britannique)",
    },
    names={"en": "UK GDPR", "fr": "du RGPD britannique"},
    url="https://www.legislation.gov.uk/eur/2016/679/contents",
)
LIL = Instrument(
    key="FR-78-17",
    titles={
        "en": "French Act no. 78-17 of 6 January 1978 (loi Informatique et Libertés)",
        "fr": "loi n° 78-17 du 6 janvier 1978 (loi Informatique et Libertés)",
    },
    names={
        "en": "French Act no. 78-17 of 6 January 1978",
        "fr": "de la loi n° 78-17 du 6 janvier 1978",
    },
    url="https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000886460",
)
CNIL_2020_091 = Instrument(
    key="CNIL-2020-091",
    titles={
        "en": "CNIL guidelines, deliberation 2020-091 of 17 September 2020",
        "fr": "lignes directrices de la CNIL, délibération n° 2020-091 du 17 septembre 2020",
    },
    names={"en": "CNIL 2020-091", "fr": "de la délibération CNIL n° 2020-091"},
    url="https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000042388179",
)
CNIL_2020_092 = Instrument(
    key="CNIL-2020-092",
    titles={
        "en": "CNIL recommendation, deliberation 2020-092 of 17 September 2020",
        "fr": "recommandation de la CNIL, délibération n° 2020-092 du 17 septembre 2020",
    },
    names={"en": "CNIL 2020-092", "fr": "de la délibération CNIL n° 2020-092"},
    url="https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000042388197",
)
AEPD_AUDIENCE = Instrument(
    key="AEPD-audience-2024",
    titles={
        "en": "AEPD guide on audience measurement, January 2024",
        "fr": "guide de l'AEPD sur la mesure d'audience, janvier 2024",
    },
    names={"en": "AEPD audience guide", "fr": "du guide de l'AEPD sur la mesure d'audience"},
    url="https://www.aepd.es",
)
WP194 = Instrument(
    key="WP194",
    titles={
        "en": "Article 29 Working Party, Opinion 04/2012 on cookie consent exemption (WP194)",
        "fr": "groupe de l'article 29, avis 04/2012 sur l'exemption de l'obligation de "
        "consentement pour certains cookies (WP194)",
    },
    names={"en": "WP194", "fr": "de l'avis 04/2012 (WP194)"},
    url="https://ec.europa.eu/justice/article-29/documentation/opinion-recommendation/"
    "files/2012/wp194_en.pdf",
)
PLANET49 = Instrument(
    key="C-673/17",
    titles={
        "en": "Court of Justice, Planet49, C-673/17, 1 October 2019",
        "fr": "Cour de justice, Planet49, C-673/17, 1er octobre 2019",
    },
    names={"en": "Planet49 (C-673/17)", "fr": "de l'arrêt Planet49 (C-673/17)"},
    url="https://curia.europa.eu/juris/liste.jsf?num=C-673/17",
)
EDPB_INTERPLAY = Instrument(
    key="EDPB-5/2019",
    titles={
        "en": "EDPB Opinion 5/2019 on the interplay of the ePrivacy Directive and the GDPR",
        "fr": "avis 5/2019 de l'EDPB sur l'interaction entre la directive vie privée et le RGPD",
    },
    names={"en": "EDPB Opinion 5/2019", "fr": "de l'avis 5/2019 de l'EDPB"},
    url="https://www.edpb.europa.eu/our-work-tools/our-documents/opinion-board-art-64/"
    "opinion-52019-interplay-between-eprivacy_en",
)
EDPB_BANNER = Instrument(
    key="EDPB-banner-2023",
    titles={
        "en": "EDPB report of the Cookie Banner Taskforce, 17 January 2023",
        "fr": "rapport de l'EDPB sur les bandeaux cookies, 17 janvier 2023",
    },
    names={
        "en": "EDPB Cookie Banner Taskforce report",
        "fr": "du rapport de l'EDPB sur les bandeaux cookies",
    },
    url="https://www.edpb.europa.eu/our-work-tools/our-documents/other/"
    "report-work-undertaken-cookie-banner-taskforce_en",
)
EDPB_CONSENT = Instrument(
    key="EDPB-05/2020",
    titles={
        "en": "EDPB Guidelines 05/2020 on consent, version 1.1",
        "fr": "lignes directrices 05/2020 de l'EDPB sur le consentement, version 1.1",
    },
    names={"en": "EDPB Guidelines 05/2020", "fr": "des lignes directrices 05/2020 de l'EDPB"},
    url="https://www.edpb.europa.eu/our-work-tools/our-documents/guidelines/"
    "guidelines-052020-consent-under-regulation-2016679_en",
)
EDPB_EXPORT = Instrument(
    key="EDPB-05/2021",
    titles={
        "en": "EDPB Guidelines 05/2021 on international transfers, version 2.0",
        "fr": "lignes directrices 05/2021 de l'EDPB sur les transferts, version 2.0",
    },
    names={"en": "EDPB Guidelines 05/2021", "fr": "des lignes directrices 05/2021 de l'EDPB"},
    url="https://www.edpb.europa.eu/our-work-tools/our-documents/guidelines/"
    "guidelines-052021-interplay-between-application-article-3_en",
)
WP260 = Instrument(
    key="WP260",
    titles={
        "en": "Article 29 Working Party, Guidelines on transparency (WP260 rev.01)",
        "fr": "groupe de l'article 29, lignes directrices sur la transparence (WP260 rév. 01)",
    },
    names={"en": "WP260", "fr": "des lignes directrices WP260"},
    url="https://ec.europa.eu/newsroom/article29/items/622227",
)
OLG_KOELN = Instrument(
    key="OLG-Koeln-6-U-80/23",
    titles={
        "en": "Oberlandesgericht Köln, 6 U 80/23, 19 January 2024",
        "fr": "Oberlandesgericht de Cologne, 6 U 80/23, 19 janvier 2024",
    },
    names={"en": "OLG Köln 6 U 80/23", "fr": "de l'arrêt OLG Köln 6 U 80/23"},
    url="https://www.justiz.nrw.de",
)
BVWG_ORF = Instrument(
    key="BVwG-W171-2303402-1",
    titles={
        "en": "Bundesverwaltungsgericht (Austria), W171 2303402-1, 21 May 2026",
        "fr": "Bundesverwaltungsgericht (Autriche), W171 2303402-1, 21 mai 2026",
    },
    names={"en": "BVwG W171 2303402-1", "fr": "de l'arrêt BVwG W171 2303402-1"},
    url="https://www.ris.bka.gv.at/Bvwg/",
)
RFC6265BIS = Instrument(
    key="RFC6265bis",
    titles={
        "en": "Cookies: HTTP State Management Mechanism (RFC 6265bis)",
        "fr": "Cookies: HTTP State Management Mechanism (RFC 6265bis)",
    },
    names={"en": "RFC 6265bis", "fr": "de la RFC 6265bis"},
    url="https://datatracker.ietf.org/doc/draft-ietf-httpbis-rfc6265bis/",
)
YAML12 = Instrument(
    key="YAML-1.2",
    titles={"en": "YAML 1.2.2", "fr": "YAML 1.2.2"},
    names={"en": "YAML 1.2.2", "fr": "de YAML 1.2.2"},
    url="https://yaml.org/spec/1.2.2/",
)
FORMAT = Instrument(
    key="policylint-inventory-1",
    titles={
        "en": "policylint inventory format, version 1",
        "fr": "format d'inventaire de policylint, version 1",
    },
    names={"en": "policylint inventory format", "fr": "du format d'inventaire de policylint"},
    url="https://github.com/studio-ductus/policylint/blob/main/docs/inventory.md",
)
HOUSE = Instrument(
    key="policylint",
    titles={"en": "policylint's own check", "fr": "contrôle propre à policylint"},
    names={"en": "policylint", "fr": "de policylint"},
    url="https://github.com/studio-ductus/policylint/blob/main/docs/rules.md",
)
FASHION_ID = Instrument(
    key="C-40/17",
    titles={
        "en": "Court of Justice, Fashion ID, C-40/17, 29 July 2019",
        "fr": "Cour de justice, Fashion ID, C-40/17, 29 juillet 2019",
    },
    names={"en": "Fashion ID (C-40/17)", "fr": "de l'arrêt Fashion ID (C-40/17)"},
    url="https://curia.europa.eu/juris/liste.jsf?num=C-40/17",
)
MOUSSE = Instrument(
    key="C-394/23",
    titles={
        "en": "Court of Justice, Mousse, C-394/23, 9 January 2025",
        "fr": "Cour de justice, Mousse, C-394/23, 9 janvier 2025",
    },
    names={"en": "Mousse (C-394/23)", "fr": "de l'arrêt Mousse (C-394/23)"},
    url="https://curia.europa.eu/juris/liste.jsf?num=C-394/23",
)
SCHREMS_2 = Instrument(
    key="C-311/18",
    titles={
        "en": "Court of Justice, Schrems II, C-311/18, 16 July 2020",
        "fr": "Cour de justice, Schrems II, C-311/18, 16 juillet 2020",
    },
    names={"en": "Schrems II (C-311/18)", "fr": "de l'arrêt Schrems II (C-311/18)"},
    url="https://curia.europa.eu/juris/liste.jsf?num=C-311/18",
)
LATOMBE = Instrument(
    key="T-553/23",
    titles={
        "en": "General Court, Latombe, T-553/23, 3 September 2025",
        "fr": "Tribunal, Latombe, T-553/23, 3 septembre 2025",
    },
    names={"en": "Latombe (T-553/23)", "fr": "de l'arrêt Latombe (T-553/23)"},
    url="https://curia.europa.eu/juris/liste.jsf?num=T-553/23",
)
DPF_DECISION = Instrument(
    key="2023/1795",
    titles={
        "en": "Implementing Decision (EU) 2023/1795 (EU-US Data Privacy Framework)",
        "fr": "décision d'exécution (UE) 2023/1795 (cadre de protection des données UE-États-Unis)",
    },
    names={"en": "Decision (EU) 2023/1795", "fr": "de la décision (UE) 2023/1795"},
    url="https://eur-lex.europa.eu/eli/dec_impl/2023/1795/oj",
)
SCC_DECISION = Instrument(
    key="2021/914",
    titles={
        "en": "Implementing Decision (EU) 2021/914 (standard contractual clauses)",
        "fr": "décision d'exécution (UE) 2021/914 (clauses contractuelles types)",
    },
    names={"en": "Decision (EU) 2021/914", "fr": "de la décision (UE) 2021/914"},
    url="https://eur-lex.europa.eu/eli/dec_impl/2021/914/oj",
)
SCHREMS_META = Instrument(
    key="C-446/21",
    titles={
        "en": "Court of Justice, Schrems v Meta Platforms Ireland, C-446/21, 4 October 2024",
        "fr": "Cour de justice, Schrems c. Meta Platforms Ireland, C-446/21, 4 octobre 2024",
    },
    names={"en": "Schrems v Meta (C-446/21)", "fr": "de l'arrêt Schrems c. Meta (C-446/21)"},
    url="https://curia.europa.eu/juris/liste.jsf?num=C-446/21",
)
EDPS_SRB = Instrument(
    key="C-413/23 P",
    titles={
        "en": "Court of Justice, EDPS v SRB, C-413/23 P, 4 September 2025",
        "fr": "Cour de justice, CEPD c. CRU, C-413/23 P, 4 septembre 2025",
    },
    names={"en": "EDPS v SRB (C-413/23 P)", "fr": "de l'arrêt CEPD c. CRU (C-413/23 P)"},
    url="https://curia.europa.eu/juris/liste.jsf?num=C-413/23",
)
WEBKIT = Instrument(
    key="WebKit-tracking-prevention",
    titles={
        "en": "Tracking Prevention in WebKit",
        "fr": "Tracking Prevention in WebKit",
    },
    names={"en": "WebKit tracking prevention", "fr": "de la prévention du pistage de WebKit"},
    url="https://webkit.org/tracking-prevention/",
)
CHIPS = Instrument(
    key="CHIPS",
    titles={
        "en": "Cookies Having Independent Partitioned State (CHIPS)",
        "fr": "Cookies Having Independent Partitioned State (CHIPS)",
    },
    names={"en": "CHIPS", "fr": "de CHIPS"},
    url="https://developer.mozilla.org/en-US/docs/Web/Privacy/Guides/Privacy_sandbox/Partitioned_cookies",
)
HTML_STANDARD = Instrument(
    key="WHATWG-HTML",
    titles={
        "en": "HTML Living Standard (WHATWG)",
        "fr": "HTML Living Standard (WHATWG)",
    },
    names={"en": "HTML Standard", "fr": "de la norme HTML"},
    url="https://html.spec.whatwg.org/multipage/webstorage.html",
)
