"""Provisions of national law, each written once."""

from policylint.law.citation import Provision
from policylint.law.instruments import (
    LIL,
)

LIL_82 = Provision(
    instrument=LIL, article="82", force="law", verified="read", within=frozenset({"FR"})
)
