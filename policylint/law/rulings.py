"""Rulings of courts, each written once."""

from policylint.law.citation import Provision
from policylint.law.instruments import (
    BVWG_ORF,
    EDPS_SRB,
    FASHION_ID,
    LATOMBE,
    MOUSSE,
    OLG_KOELN,
    PLANET49,
    SCHREMS_2,
    SCHREMS_META,
)
from policylint.law.jurisdictions import EEA
from policylint.law.special_texts import DUN_BRADSTREET, META_BKA

PLANET49_DURATION = Provision(
    instrument=PLANET49, section="operative part 3", force="court", verified="read"
)
# The ruling was read; the number of its operative part is from memory.
PLANET49_TICK = Provision(
    instrument=PLANET49, section="operative part 1", force="court", verified="known"
)
OLG_KOELN_REJECT = Provision(
    instrument=OLG_KOELN, force="court", verified="secondary", within=frozenset({"DE"})
)
BVWG_ORF_REJECT = Provision(
    instrument=BVWG_ORF, force="court", verified="secondary", within=frozenset({"AT"})
)
FASHION_ID_EMBED = Provision(instrument=FASHION_ID, force="court", verified="read")
MOUSSE_INTEREST = Provision(instrument=MOUSSE, force="court", verified="read", within=EEA)
SCHREMS_2_ASSESSMENT = Provision(instrument=SCHREMS_2, force="court", verified="read")
LATOMBE_DPF = Provision(instrument=LATOMBE, force="court", verified="read", within=EEA)
# Given after the United Kingdom had left: not binding there.
SCHREMS_META_ADS = Provision(instrument=SCHREMS_META, force="court", verified="read", within=EEA)
EDPS_SRB_OWN_VIEW = Provision(
    instrument=EDPS_SRB, section="¶84-86", force="court", verified="read", within=EEA
)
META_BKA_VISITS = Provision(instrument=META_BKA, force="court", verified="known", within=EEA)
DUN_BRADSTREET_LOGIC = Provision(
    instrument=DUN_BRADSTREET, force="court", verified="secondary", within=EEA
)
