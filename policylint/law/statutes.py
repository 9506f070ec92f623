"""National acts and statutory instruments, each written once."""

from policylint.law.citation import Instrument

TDDDG = Instrument(
    key="DE-TDDDG",
    titles={
        "en": "German Telecommunications Digital Services Data Protection Act (TDDDG)",
        "fr": "loi allemande sur la protection des données dans les télécommunications et les "
        "services numériques (TDDDG)",
    },
    names={"en": "TDDDG", "fr": "de la loi allemande TDDDG"},
    url="https://www.gesetze-im-internet.de/ttdsg/",
)
CODICE_PRIVACY = Instrument(
    key="IT-196/2003",
    titles={
        "en": "Italian Legislative Decree 196/2003 (Codice Privacy)",
        "fr": "décret législatif italien 196/2003 (Codice Privacy)",
    },
    names={"en": "Codice Privacy", "fr": "du Codice Privacy italien"},
    url="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2003-06-30;196",
)
LSSI = Instrument(
    key="ES-34/2002",
    titles={
        "en": "Spanish Act 34/2002 on information society services (LSSI)",
        "fr": "loi espagnole 34/2002 sur les services de la société de l'information (LSSI)",
    },
    names={"en": "LSSI", "fr": "de la LSSI espagnole"},
    url="https://www.boe.es/buscar/act.php?id=BOE-A-2002-13758",
)
PECR = Instrument(
    key="UK-2003/2426",
    titles={
        "en": "Privacy and Electronic Communications (EC Directive) Regulations 2003, "
        "SI 2003/2426 (PECR)",
        "fr": "Privacy and Electronic Communications (EC Directive) Regulations 2003, "
        "SI 2003/2426 (PECR, Royaume-Uni)",
    },
    names={"en": "PECR", "fr": "des PECR britanniques"},
    url="https://www.legislation.gov.uk/uksi/2003/2426",
)
BELGIAN_ACT = Instrument(
    key="BE-2018-07-30",
    titles={
        "en": "Belgian Act of 30 July 2018 on the protection of personal data",
        "fr": "loi belge du 30 juillet 2018 relative à la protection des données à caractère "
        "personnel",
    },
    names={"en": "Belgian Act of 30 July 2018", "fr": "de la loi belge du 30 juillet 2018"},
    url="https://www.ejustice.just.fgov.be/eli/loi/2018/07/30/2018040581/justel",
)
SI_336 = Instrument(
    key="IE-336/2011",
    titles={
        "en": "Irish ePrivacy Regulations 2011 (S.I. No. 336/2011)",
        "fr": "règlement irlandais vie privée de 2011 (S.I. n° 336/2011)",
    },
    names={"en": "S.I. No. 336/2011", "fr": "du règlement irlandais S.I. n° 336/2011"},
    url="https://www.irishstatutebook.ie/eli/2011/si/336/",
)
TELECOMMUNICATIEWET = Instrument(
    key="NL-Tw",
    titles={
        "en": "Dutch Telecommunications Act (Telecommunicatiewet)",
        "fr": "loi néerlandaise sur les télécommunications (Telecommunicatiewet)",
    },
    names={"en": "Telecommunicatiewet", "fr": "de la Telecommunicatiewet néerlandaise"},
    url="https://wetten.overheid.nl/BWBR0009950",
)
TKG = Instrument(
    key="AT-TKG-2021",
    titles={
        "en": "Austrian Telecommunications Act 2021 (TKG 2021)",
        "fr": "loi autrichienne de 2021 sur les télécommunications (TKG 2021)",
    },
    names={"en": "TKG 2021", "fr": "de la loi autrichienne TKG 2021"},
    url="https://www.ris.bka.gv.at",
)
BEK_1148 = Instrument(
    key="DK-1148/2011",
    titles={
        "en": "Danish Executive Order no. 1148 of 9 December 2011 (Cookiebekendtgørelsen)",
        "fr": "arrêté danois n° 1148 du 9 décembre 2011 (Cookiebekendtgørelsen)",
    },
    names={"en": "Danish Executive Order no. 1148/2011", "fr": "de l'arrêté danois n° 1148/2011"},
    url="https://www.retsinformation.dk/eli/lta/2011/1148",
)
LUXEMBOURG_ACT = Instrument(
    key="LU-2005-05-30",
    titles={
        "en": "Luxembourg Act of 30 May 2005 (privacy in electronic communications), as amended",
        "fr": "loi luxembourgeoise modifiée du 30 mai 2005 (vie privée dans les communications "
        "électroniques)",
    },
    names={
        "en": "Luxembourg Act of 30 May 2005",
        "fr": "de la loi luxembourgeoise modifiée du 30 mai 2005",
    },
    url="https://legilux.public.lu",
)
GREEK_ACT = Instrument(
    key="GR-3471/2006",
    titles={"en": "Greek Law 3471/2006", "fr": "loi grecque 3471/2006"},
    names={"en": "Greek Law 3471/2006", "fr": "de la loi grecque 3471/2006"},
    url="https://www.dpa.gr",
)
LEI_41 = Instrument(
    key="PT-41/2004",
    titles={
        "en": "Portuguese Law 41/2004, as amended by Laws 46/2012 and 16/2022",
        "fr": "loi portugaise 41/2004, modifiée par les lois 46/2012 et 16/2022",
    },
    names={"en": "Portuguese Law 41/2004", "fr": "de la loi portugaise 41/2004"},
    url="https://diariodarepublica.pt",
)
FINNISH_ACT = Instrument(
    key="FI-917/2014",
    titles={
        "en": "Finnish Act on Electronic Communications Services 917/2014",
        "fr": "loi finlandaise 917/2014 sur les services de communications électroniques",
    },
    names={"en": "Finnish Act 917/2014", "fr": "de la loi finlandaise 917/2014"},
    url="https://www.finlex.fi/fi/laki/ajantasa/2014/20140917",
)
FMG = Instrument(
    key="CH-784.10",
    titles={
        "en": "Swiss Telecommunications Act (FMG)",
        "fr": "loi suisse sur les télécommunications (LTC)",
    },
    names={"en": "Swiss Telecommunications Act (FMG)", "fr": "de la LTC suisse"},
    url="https://www.fedlex.admin.ch/eli/cc/1997/2187_2187_2187/de",
)
DSG = Instrument(
    key="CH-235.1",
    titles={
        "en": "Swiss Federal Act on Data Protection (FADP)",
        "fr": "loi fédérale suisse sur la protection des données (LPD)",
    },
    names={"en": "FADP", "fr": "de la LPD suisse"},
    url="https://www.fedlex.admin.ch/eli/cc/2022/491/en",
)
UK_US_BRIDGE = Instrument(
    key="UK-2023/1028",
    titles={
        "en": "Data Protection (Adequacy) (United States of America) Regulations 2023, "
        "SI 2023/1028",
        "fr": "Data Protection (Adequacy) (United States of America) Regulations 2023, "
        "SI 2023/1028 (Royaume-Uni)",
    },
    names={"en": "SI 2023/1028", "fr": "du règlement britannique SI 2023/1028"},
    url="https://www.legislation.gov.uk/uksi/2023/1028",
)
