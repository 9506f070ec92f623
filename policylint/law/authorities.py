"""The data protection authorities of EEA countries without a pack. All verified='known'."""

from collections.abc import Mapping

AUTHORITIES: Mapping[str, tuple[Mapping[str, str], str]] = {
    "BG": (
        {
            "en": "Commission for Personal Data Protection (CPDP)",
            "fr": "Commission de protection des données à caractère personnel (CPDP)",
        },
        "https://cpdp.bg",
    ),
    "CY": (
        {
            "en": "Commissioner for Personal Data Protection",
            "fr": "Commissaire à la protection des données à caractère personnel",
        },
        "https://www.dataprotection.gov.cy",
    ),
    "CZ": ({"en": "Úřad pro ochranu osobních údajů (ÚOOÚ)"}, "https://uoou.gov.cz"),
    "EE": ({"en": "Andmekaitse Inspektsioon (AKI)"}, "https://www.aki.ee"),
    "HR": ({"en": "Agencija za zaštitu osobnih podataka (AZOP)"}, "https://azop.hr"),
    "HU": (
        {"en": "Nemzeti Adatvédelmi és Információszabadság Hatóság (NAIH)"},
        "https://www.naih.hu",
    ),
    "IS": ({"en": "Persónuvernd"}, "https://www.personuvernd.is"),
    "LI": ({"en": "Datenschutzstelle"}, "https://www.datenschutzstelle.li"),
    "LT": ({"en": "Valstybinė duomenų apsaugos inspekcija (VDAI)"}, "https://vdai.lrv.lt"),
    "LV": ({"en": "Datu valsts inspekcija (DVI)"}, "https://www.dvi.gov.lv"),
    "MT": (
        {
            "en": "Information and Data Protection Commissioner (IDPC)",
            "fr": "Commissaire à l'information et à la protection des données (IDPC)",
        },
        "https://idpc.org.mt",
    ),
    "NO": ({"en": "Datatilsynet"}, "https://www.datatilsynet.no"),
    "PL": ({"en": "Urząd Ochrony Danych Osobowych (UODO)"}, "https://uodo.gov.pl"),
    "RO": (
        {
            "en": "Autoritatea Națională de Supraveghere a Prelucrării Datelor cu Caracter "
            "Personal (ANSPDCP)"
        },
        "https://www.dataprotection.ro",
    ),
    "SE": ({"en": "Integritetsskyddsmyndigheten (IMY)"}, "https://www.imy.se"),
    "SI": ({"en": "Informacijski pooblaščenec"}, "https://www.ip-rs.si"),
    "SK": (
        {"en": "Úrad na ochranu osobných údajov Slovenskej republiky"},
        "https://dataprotection.gov.sk",
    ),
}
"""Name per language, or the authority's own name, and address, by country."""
