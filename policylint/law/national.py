"""Provisions of national law, each written once."""

from policylint.law.citation import Provision
from policylint.law.instruments import (
    LIL,
)
from policylint.law.statutes import (
    BEK_1148,
    BELGIAN_ACT,
    CODICE_PRIVACY,
    DSG,
    FINNISH_ACT,
    FMG,
    GREEK_ACT,
    LEI_41,
    LSSI,
    LUXEMBOURG_ACT,
    PECR,
    SI_336,
    TDDDG,
    TELECOMMUNICATIEWET,
    TKG,
    UK_US_BRIDGE,
)

LIL_82 = Provision(
    instrument=LIL, article="82", force="law", verified="read", within=frozenset({"FR"})
)
TDDDG_25 = Provision(
    instrument=TDDDG,
    unit="§",
    article="25",
    force="law",
    verified="secondary",
    within=frozenset({"DE"}),
)
CODICE_122 = Provision(
    instrument=CODICE_PRIVACY,
    article="122",
    force="law",
    verified="secondary",
    within=frozenset({"IT"}),
)
LSSI_22_2 = Provision(
    instrument=LSSI,
    article="22",
    paragraph="2",
    force="law",
    verified="secondary",
    within=frozenset({"ES"}),
)
PECR_6 = Provision(
    instrument=PECR,
    unit="reg.",
    article="6",
    force="law",
    verified="read",
    within=frozenset({"UK"}),
)
PECR_A1 = Provision(
    instrument=PECR, section="Schedule A1", force="law", verified="read", within=frozenset({"UK"})
)
BELGIAN_ACT_10_2 = Provision(
    instrument=BELGIAN_ACT, article="10/2", force="law", verified="known", within=frozenset({"BE"})
)
SI_336_5 = Provision(
    instrument=SI_336,
    unit="reg.",
    article="5",
    force="law",
    verified="secondary",
    within=frozenset({"IE"}),
)
TW_11_7A = Provision(
    instrument=TELECOMMUNICATIEWET,
    article="11.7a",
    force="law",
    verified="read",
    within=frozenset({"NL"}),
)
TKG_165_3 = Provision(
    instrument=TKG,
    unit="§",
    article="165",
    paragraph="3",
    force="law",
    verified="secondary",
    within=frozenset({"AT"}),
)
BEK_1148_WHOLE = Provision(
    instrument=BEK_1148, force="law", verified="secondary", within=frozenset({"DK"})
)
LUXEMBOURG_ACT_4 = Provision(
    instrument=LUXEMBOURG_ACT,
    article="4",
    force="law",
    verified="secondary",
    within=frozenset({"LU"}),
)
GREEK_ACT_4_5 = Provision(
    instrument=GREEK_ACT,
    article="4",
    paragraph="5",
    force="law",
    verified="secondary",
    within=frozenset({"GR"}),
)
LEI_41_5 = Provision(
    instrument=LEI_41, article="5", force="law", verified="secondary", within=frozenset({"PT"})
)
FINNISH_ACT_205 = Provision(
    instrument=FINNISH_ACT,
    unit="§",
    article="205",
    force="law",
    verified="secondary",
    within=frozenset({"FI"}),
)
FMG_45C = Provision(
    instrument=FMG, article="45c", force="law", verified="secondary", within=frozenset({"CH"})
)
PECR_A1_4 = Provision(
    instrument=PECR,
    section="Schedule A1, ¶4",
    force="law",
    verified="read",
    within=frozenset({"UK"}),
)
PECR_A1_5 = Provision(
    instrument=PECR,
    section="Schedule A1, ¶5",
    force="law",
    verified="read",
    within=frozenset({"UK"}),
)
PECR_A1_6 = Provision(
    instrument=PECR,
    section="Schedule A1, ¶6",
    force="law",
    verified="read",
    within=frozenset({"UK"}),
)
TW_11_7A_3_B = Provision(
    instrument=TELECOMMUNICATIEWET,
    article="11.7a",
    paragraph="3",
    point="b",
    force="law",
    verified="read",
    within=frozenset({"NL"}),
)
UK_US_BRIDGE_WHOLE = Provision(
    instrument=UK_US_BRIDGE, force="law", verified="known", within=frozenset({"UK"})
)
DSG_6 = Provision(
    instrument=DSG, article="6", force="law", verified="known", within=frozenset({"CH"})
)
DSG_30 = Provision(
    instrument=DSG, article="30", force="law", verified="known", within=frozenset({"CH"})
)
PECR_A1_2 = Provision(
    instrument=PECR,
    section="Schedule A1, ¶2",
    force="law",
    verified="read",
    within=frozenset({"UK"}),
)
DSG_5_A = Provision(
    instrument=DSG,
    article="5",
    point="a",
    force="law",
    verified="known",
    within=frozenset({"CH"}),
)
DSG_8 = Provision(
    instrument=DSG, article="8", force="law", verified="known", within=frozenset({"CH"})
)
PECR_A1_2_3 = Provision(
    instrument=PECR,
    section="Schedule A1, ¶2(3)",
    force="law",
    verified="read",
    within=frozenset({"UK"}),
)
