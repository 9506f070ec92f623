"""Provisions of EU law, each written once, with how it was verified."""

from policylint.law.citation import Provision
from policylint.law.instruments import (
    DPF_DECISION,
    EPRIVACY,
    GDPR,
    SCC_DECISION,
    UK_GDPR,
)
from policylint.law.jurisdictions import EEA
from policylint.law.special_texts import DSA, TTPA

EPD_5_3 = Provision(instrument=EPRIVACY, article="5", paragraph="3", force="law", verified="read")
GDPR_4_11 = Provision(instrument=GDPR, article="4", point="11", force="law", verified="known")
GDPR_5_1_A = Provision(
    instrument=GDPR, article="5", paragraph="1", point="a", force="law", verified="known"
)
GDPR_5_1_B = Provision(
    instrument=GDPR, article="5", paragraph="1", point="b", force="law", verified="known"
)
GDPR_5_1_D = Provision(
    instrument=GDPR, article="5", paragraph="1", point="d", force="law", verified="known"
)
GDPR_5_1_E = Provision(
    instrument=GDPR, article="5", paragraph="1", point="e", force="law", verified="known"
)
GDPR_6_1 = Provision(instrument=GDPR, article="6", paragraph="1", force="law", verified="known")
GDPR_7_1 = Provision(instrument=GDPR, article="7", paragraph="1", force="law", verified="known")
GDPR_12_1 = Provision(instrument=GDPR, article="12", paragraph="1", force="law", verified="known")
GDPR_13 = Provision(instrument=GDPR, article="13", force="law", verified="known")
GDPR_13_1_A = Provision(
    instrument=GDPR, article="13", paragraph="1", point="a", force="law", verified="known"
)
GDPR_13_1_C = Provision(
    instrument=GDPR, article="13", paragraph="1", point="c", force="law", verified="known"
)
GDPR_13_1_E = Provision(
    instrument=GDPR, article="13", paragraph="1", point="e", force="law", verified="known"
)
GDPR_13_1_F = Provision(
    instrument=GDPR, article="13", paragraph="1", point="f", force="law", verified="known"
)
GDPR_13_2_A = Provision(
    instrument=GDPR, article="13", paragraph="2", point="a", force="law", verified="known"
)
GDPR_26 = Provision(instrument=GDPR, article="26", force="law", verified="known")
GDPR_28 = Provision(instrument=GDPR, article="28", force="law", verified="known")
GDPR_44 = Provision(instrument=GDPR, article="44", force="law", verified="known")
GDPR_46 = Provision(instrument=GDPR, article="46", force="law", verified="known")
GDPR_6_1_F = Provision(
    instrument=GDPR,
    article="6",
    paragraph="1",
    point="f",
    force="law",
    verified="known",
)
GDPR_13_1_D = Provision(
    instrument=GDPR,
    article="13",
    paragraph="1",
    point="d",
    force="law",
    verified="known",
)
GDPR_26_1 = Provision(
    instrument=GDPR,
    article="26",
    paragraph="1",
    force="law",
    verified="known",
)
GDPR_28_3 = Provision(
    instrument=GDPR,
    article="28",
    paragraph="3",
    force="law",
    verified="known",
)
GDPR_45 = Provision(
    instrument=GDPR,
    article="45",
    force="law",
    verified="known",
)
GDPR_49_1 = Provision(
    instrument=GDPR,
    article="49",
    paragraph="1",
    force="law",
    verified="known",
)
DPF_1 = Provision(instrument=DPF_DECISION, article="1", force="law", verified="known", within=EEA)
SCC_CLAUSE_14 = Provision(
    instrument=SCC_DECISION, section="clause 14", force="law", verified="known"
)
GDPR_4_1 = Provision(instrument=GDPR, article="4", point="1", force="law", verified="known")
GDPR_5_1_C = Provision(
    instrument=GDPR, article="5", paragraph="1", point="c", force="law", verified="known"
)
GDPR_5_1_F = Provision(
    instrument=GDPR, article="5", paragraph="1", point="f", force="law", verified="known"
)
GDPR_5_2 = Provision(instrument=GDPR, article="5", paragraph="2", force="law", verified="known")
GDPR_7 = Provision(instrument=GDPR, article="7", force="law", verified="known")
GDPR_24_1 = Provision(instrument=GDPR, article="24", paragraph="1", force="law", verified="known")
GDPR_25 = Provision(instrument=GDPR, article="25", force="law", verified="known")
GDPR_30_1 = Provision(instrument=GDPR, article="30", paragraph="1", force="law", verified="known")
GDPR_30_1_C = Provision(
    instrument=GDPR, article="30", paragraph="1", point="c", force="law", verified="known"
)
GDPR_32 = Provision(instrument=GDPR, article="32", force="law", verified="known")
GDPR_32_1_D = Provision(
    instrument=GDPR, article="32", paragraph="1", point="d", force="law", verified="known"
)
GDPR_RECITAL_30 = Provision(instrument=GDPR, section="recital 30", force="law", verified="known")
GDPR_7_3 = Provision(instrument=GDPR, article="7", paragraph="3", force="law", verified="known")
GDPR_8_1 = Provision(instrument=GDPR, article="8", paragraph="1", force="law", verified="known")
GDPR_9_1 = Provision(instrument=GDPR, article="9", paragraph="1", force="law", verified="known")
GDPR_9_2 = Provision(instrument=GDPR, article="9", paragraph="2", force="law", verified="known")
GDPR_13_1_B = Provision(
    instrument=GDPR, article="13", paragraph="1", point="b", force="law", verified="known"
)
GDPR_13_2_E = Provision(
    instrument=GDPR, article="13", paragraph="2", point="e", force="law", verified="known"
)
GDPR_13_2_F = Provision(
    instrument=GDPR, article="13", paragraph="2", point="f", force="law", verified="known"
)
GDPR_22 = Provision(instrument=GDPR, article="22", force="law", verified="known")
GDPR_26_2 = Provision(instrument=GDPR, article="26", paragraph="2", force="law", verified="known")
GDPR_27 = Provision(instrument=GDPR, article="27", force="law", verified="known")
GDPR_35_1 = Provision(instrument=GDPR, article="35", paragraph="1", force="law", verified="known")
GDPR_37 = Provision(instrument=GDPR, article="37", force="law", verified="known")
GDPR_RECITAL_38 = Provision(
    instrument=GDPR, section="recital 38", force="guidance", verified="known"
)
GDPR_RECITAL_71 = Provision(
    instrument=GDPR, section="recital 71", force="guidance", verified="known"
)
DSA_26_3 = Provision(instrument=DSA, article="26", paragraph="3", force="law", verified="known")
DSA_28_2 = Provision(instrument=DSA, article="28", paragraph="2", force="law", verified="known")
TTPA_18 = Provision(instrument=TTPA, article="18", force="law", verified="known")
GDPR_6_1_A = Provision(
    instrument=GDPR, article="6", paragraph="1", point="a", force="law", verified="known"
)
GDPR_7_4 = Provision(instrument=GDPR, article="7", paragraph="4", force="law", verified="known")
GDPR_13_3 = Provision(instrument=GDPR, article="13", paragraph="3", force="law", verified="known")
GDPR_17_1_B = Provision(
    instrument=GDPR, article="17", paragraph="1", point="b", force="law", verified="known"
)
GDPR_21_5 = Provision(instrument=GDPR, article="21", paragraph="5", force="law", verified="known")
GDPR_RECITAL_32 = Provision(
    instrument=GDPR, section="recital 32", force="guidance", verified="known"
)
GDPR_RECITAL_42 = Provision(
    instrument=GDPR, section="recital 42", force="guidance", verified="known"
)
GDPR_RECITAL_43 = Provision(
    instrument=GDPR, section="recital 43", force="guidance", verified="known"
)
UK_GDPR_27 = Provision(
    instrument=UK_GDPR, article="27", force="law", verified="known", within=frozenset({"UK"})
)
