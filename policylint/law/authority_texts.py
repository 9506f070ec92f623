"""Guidance of national authorities that the packs stand on, each written once."""

from policylint.law.citation import Instrument

DSK_OH = Instrument(
    key="DSK-OH-2024",
    titles={
        "en": "DSK guidance on digital services (OH Digitale Dienste), version 1.2, November 2024",
        "fr": "lignes directrices de la DSK sur les services numériques (OH Digitale Dienste), "
        "version 1.2, novembre 2024",
    },
    names={"en": "DSK OH Digitale Dienste 1.2", "fr": "de l'OH Digitale Dienste 1.2 de la DSK"},
    url="https://www.datenschutzkonferenz-online.de",
)
GARANTE_231 = Instrument(
    key="Garante-231-2021",
    titles={
        "en": "Garante, cookie guidelines, decision no. 231 of 10 June 2021 (doc. web 9677876)",
        "fr": "lignes directrices du Garante sur les cookies, décision n° 231 du 10 juin 2021 "
        "(doc. web 9677876)",
    },
    names={"en": "Garante 231/2021", "fr": "de la décision du Garante n° 231/2021"},
    url="https://www.garanteprivacy.it/home/docweb/-/docweb-display/docweb/9677876",
)
GARANTE_284 = Instrument(
    key="Garante-284-2026",
    titles={
        "en": "Garante, tracking pixels in e-mails, decision no. 284 of 17 April 2026 "
        "(doc. web 10241943)",
        "fr": "décision du Garante n° 284 du 17 avril 2026 sur les pixels dans les courriels "
        "(doc. web 10241943)",
    },
    names={"en": "Garante 284/2026", "fr": "de la décision du Garante n° 284/2026"},
    url="https://www.garanteprivacy.it/home/docweb/-/docweb-display/docweb/10241943",
)
AEPD_COOKIES = Instrument(
    key="AEPD-cookies-2024",
    titles={
        "en": "AEPD guide on the use of cookies, edition of May 2024",
        "fr": "guide de l'AEPD sur l'usage des cookies, édition de mai 2024",
    },
    names={"en": "AEPD cookie guide", "fr": "du guide de l'AEPD sur les cookies"},
    url="https://www.aepd.es/guias/guia-cookies.pdf",
)
ICO_STORAGE = Instrument(
    key="ICO-storage-2026",
    titles={
        "en": "ICO guidance on storage and access technologies, 29 April 2026",
        "fr": "lignes directrices de l'ICO sur les technologies de stockage et d'accès, "
        "29 avril 2026",
    },
    names={
        "en": "ICO guidance on storage and access technologies",
        "fr": "des lignes directrices de l'ICO sur le stockage et l'accès",
    },
    url="https://ico.org.uk/for-organisations/"
    "direct-marketing-and-privacy-and-electronic-communications/"
    "guidance-on-the-use-of-storage-and-access-technologies/",
)
APD_CHECKLIST = Instrument(
    key="APD-checklist-2023",
    titles={
        "en": "Belgian authority (APD/GBA), cookie checklist, 20 October 2023",
        "fr": "liste de contrôle de l'APD sur les cookies, 20 octobre 2023",
    },
    names={"en": "APD/GBA checklist 2023", "fr": "de la liste de contrôle de l'APD (2023)"},
    url="https://www.autoriteprotectiondonnees.be/publications/checklist-cookies.pdf",
)
APD_FAQ = Instrument(
    key="APD-FAQ-2023",
    titles={
        "en": "Belgian authority (APD/GBA), questions on cookies, 17 November 2023",
        "fr": "questions de l'APD sur les cookies, 17 novembre 2023",
    },
    names={"en": "APD/GBA cookie FAQ", "fr": "de la FAQ de l'APD sur les cookies"},
    url="https://www.autoriteprotectiondonnees.be/professionnel/themes/internet/cookies",
)
DPC_2020 = Instrument(
    key="DPC-2020",
    titles={
        "en": "Data Protection Commission (Ireland), guidance note on cookies, April 2020",
        "fr": "note de la Data Protection Commission (Irlande) sur les cookies, avril 2020",
    },
    names={"en": "DPC guidance note 2020", "fr": "de la note de la DPC de 2020"},
    url="https://www.dataprotection.ie",
)
AP_BANNERS = Instrument(
    key="AP-banners-2025",
    titles={
        "en": "Dutch authority (AP), guidance on cookie banners and standard on withdrawal, 2025",
        "fr": "lignes directrices de l'AP (Pays-Bas) sur les bandeaux et norme sur le retrait, "
        "2025",
    },
    names={"en": "AP guidance on cookie banners", "fr": "des lignes directrices de l'AP"},
    url="https://www.autoriteitpersoonsgegevens.nl",
)
DSB_FAQ = Instrument(
    key="DSB-FAQ-2023",
    titles={
        "en": "Austrian authority (DSB), questions on cookies, from 3 May 2023",
        "fr": "questions de la DSB (Autriche) sur les cookies, depuis le 3 mai 2023",
    },
    names={"en": "DSB cookie FAQ", "fr": "de la FAQ de la DSB sur les cookies"},
    url="https://www.dsb.gv.at",
)
DANISH_GUIDE = Instrument(
    key="DK-guide-2025",
    titles={
        "en": "Datatilsynet and Digitaliseringsstyrelsen, joint cookie guide, May 2025",
        "fr": "guide commun de Datatilsynet et Digitaliseringsstyrelsen sur les cookies, mai 2025",
    },
    names={"en": "Danish joint cookie guide", "fr": "du guide danois commun sur les cookies"},
    url="https://www.datatilsynet.dk",
)
CNPD_2021 = Instrument(
    key="CNPD-LU-2021",
    titles={
        "en": "CNPD (Luxembourg), guidelines on cookies, 26 October 2021",
        "fr": "lignes directrices de la CNPD (Luxembourg) sur les cookies, 26 octobre 2021",
    },
    names={"en": "CNPD guidelines 2021", "fr": "des lignes directrices de la CNPD de 2021"},
    url="https://cnpd.public.lu",
)
HDPA_2020 = Instrument(
    key="HDPA-1/2020",
    titles={
        "en": "Hellenic authority (HDPA), recommendations 1/2020, 25 February 2020",
        "fr": "recommandations 1/2020 de l'autorité hellénique, 25 février 2020",
    },
    names={"en": "HDPA 1/2020", "fr": "des recommandations 1/2020 de l'autorité hellénique"},
    url="https://www.dpa.gr",
)
TRAFICOM_2022 = Instrument(
    key="Traficom-2022",
    titles={
        "en": "Traficom (Finland), guidelines on cookies, 11 November 2022",
        "fr": "lignes directrices de Traficom (Finlande) sur les cookies, 11 novembre 2022",
    },
    names={"en": "Traficom guidelines 2022", "fr": "des lignes directrices de Traficom de 2022"},
    url="https://www.traficom.fi",
)
EDOEB_GUIDE = Instrument(
    key="EDOEB-cookies-2025",
    titles={
        "en": "FDPIC cookie guide, 22 January 2025, revised 6 October 2025",
        "fr": "guide du PFPDT sur les cookies, 22 janvier 2025, révisé le 6 octobre 2025",
    },
    names={"en": "FDPIC cookie guide", "fr": "du guide du PFPDT sur les cookies"},
    url="https://www.edoeb.admin.ch",
)
EDPB_TECHNICAL_SCOPE = Instrument(
    key="EDPB-2/2023",
    titles={
        "en": "EDPB Guidelines 2/2023 on the technical scope of art. 5(3), version 2.0",
        "fr": "lignes directrices 2/2023 de l'EDPB sur le champ technique de l'article 5, "
        "paragraphe 3, version 2.0",
    },
    names={"en": "EDPB Guidelines 2/2023", "fr": "des lignes directrices 2/2023 de l'EDPB"},
    url="https://www.edpb.europa.eu/our-work-tools/our-documents/guidelines/"
    "guidelines-22023-technical-scope-art-53-eprivacy-directive_en",
)
EDPB_MEASURES = Instrument(
    key="EDPB-01/2020",
    titles={
        "en": "EDPB Recommendations 01/2020 on measures that supplement transfer tools",
        "fr": "recommandations 01/2020 de l'EDPB sur les mesures qui complètent les instruments "
        "de transfert",
    },
    names={"en": "EDPB Recommendations 01/2020", "fr": "des recommandations 01/2020 de l'EDPB"},
    url="https://www.edpb.europa.eu/our-work-tools/our-documents/recommendations/"
    "recommendations-012020-measures-supplement-transfer_en",
)
EDPB_DEROGATIONS = Instrument(
    key="EDPB-2/2018",
    titles={
        "en": "EDPB Guidelines 2/2018 on derogations of art. 49 GDPR",
        "fr": "lignes directrices 2/2018 de l'EDPB sur les dérogations de l'article 49 du RGPD",
    },
    names={"en": "EDPB Guidelines 2/2018", "fr": "des lignes directrices 2/2018 de l'EDPB"},
    url="https://www.edpb.europa.eu/sites/default/files/files/file1/"
    "edpb_guidelines_2_2018_derogations_en.pdf",
)
EDPB_PLEDGE = Instrument(
    key="EDPB-cookie-pledge-2023",
    titles={
        "en": "EDPB letter on the cookie pledge, December 2023",
        "fr": "lettre de l'EDPB sur l'engagement relatif aux cookies, décembre 2023",
    },
    names={
        "en": "EDPB letter on the cookie pledge",
        "fr": "de la lettre de l'EDPB sur l'engagement relatif aux cookies",
    },
    url="https://www.edpb.europa.eu",
)
CNIL_AUDIENCE = Instrument(
    key="CNIL-audience-2025",
    titles={
        "en": "CNIL page and self-assessment tool on audience measurement, 4 July 2025",
        "fr": "page et outil d'auto-évaluation de la CNIL sur la mesure d'audience, 4 juillet 2025",
    },
    names={
        "en": "CNIL self-assessment of audience measurement",
        "fr": "de l'auto-évaluation de la CNIL sur la mesure d'audience",
    },
    url="https://www.cnil.fr/fr/cookies-et-autres-traceurs/regles/"
    "cookies-solutions-pour-les-outils-de-mesure-daudience",
)
CNIL_PIXELS_2026 = Instrument(
    key="CNIL-pixels-2026",
    titles={
        "en": "CNIL recommendation on tracking pixels in e-mails, adopted 12 March 2026",
        "fr": "recommandation de la CNIL sur les pixels de suivi dans les courriels, adoptée le "
        "12 mars 2026",
    },
    names={
        "en": "CNIL recommendation on e-mail pixels",
        "fr": "de la recommandation de la CNIL sur les pixels de suivi",
    },
    url="https://www.cnil.fr",
)
IMY_2025 = Instrument(
    key="IMY-Apoteket-2025",
    titles={
        "en": "IMY (Sweden), decision on Apoteket, 3 July 2025",
        "fr": "décision de l'IMY (Suède) sur Apoteket, 3 juillet 2025",
    },
    names={"en": "IMY, Apoteket (2025)", "fr": "de la décision de l'IMY, Apoteket (2025)"},
    url="https://www.imy.se",
)
