"""Provisions of EU law, each written once, with how it was verified."""

from policylint.law.citation import Provision
from policylint.law.instruments import (
    EPRIVACY,
    GDPR,
)

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
