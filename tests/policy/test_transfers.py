"""Who transfers: the site to a vendor of the country of destination, or a vendor that passes on."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from policylint.policy.blocks import Paragraph, Policy, Table
from policylint.policy.plain import plain_spans
from tests.policy.further import FURTHER

LANGUAGE = pytest.mark.parametrize("language", ["en", "fr", *FURTHER])
OURS = {
    "en": "We transfer data to these companies, in the countries named:",
    "fr": "Nous transférons des données à ces sociétés, dans les pays indiqués :",
    "de": "Wir übermitteln Daten an diese Unternehmen in den genannten Ländern:",
    "es": "Transferimos datos a estas empresas, en los países indicados:",
    "it": "Trasferiamo dati a queste società, nei paesi indicati:",
    "nl": "We geven gegevens door aan deze bedrijven, in de genoemde landen:",
    "pl": "Przekazujemy dane tym firmom, w podanych państwach:",
    "pt": "Transferimos dados para estas empresas, nos países indicados:",
}
THEIRS = {
    "en": "These companies pass data on to other countries:",
    "fr": "Ces sociétés transfèrent à leur tour des données vers d'autres pays :",
    "de": "Diese Unternehmen übermitteln ihrerseits Daten in andere Länder:",
    "es": "Estas empresas transfieren, a su vez, datos a otros países:",
    "it": "Queste società trasferiscono a loro volta dati verso altri paesi:",
    "nl": "Deze bedrijven geven op hun beurt gegevens door aan andere landen:",
    "pl": "Te firmy przekazują dane dalej, do innych państw:",
    "pt": "Estas empresas transferem, por sua vez, dados para outros países:",
}


def said(policy: Policy) -> list[tuple[str, str]]:
    """Give each table of transfers with the sentence before it: (sentence, first cells)."""
    blocks = policy.document.blocks
    return [
        (
            re.sub(r"\s", " ", plain_spans(before.spans)).replace("\u2019", "'"),
            ", ".join(plain_spans(row[0]) for row in table.rows),
        )
        for before, table in pairwise(blocks)
        if isinstance(before, Paragraph)
        and isinstance(table, Table)
        and "transfers-table" in table.anchor
    ]


@LANGUAGE
def test_the_site_transfers_to_a_vendor_that_stands_in_the_country(
    data: Any, write: Callable[..., Policy], language: str
) -> None:
    assert said(write(data, language)) == [
        (OURS[language], "Pulse Inc."),
        (THEIRS[language], "Google Ireland Limited (Google Analytics)"),
    ]


def test_a_vendor_may_receive_and_pass_on(data: Any, write: Callable[..., Policy]) -> None:
    data["vendors"]["pulse"]["transfers"].append({"country": "IN", "mechanism": "scc"})

    assert said(write(data)) == [
        (OURS["en"], "Pulse Inc."),
        (THEIRS["en"], "Google Ireland Limited (Google Analytics), Pulse Inc."),
    ]


def test_the_heads_name_who_transfers_only_where_a_vendor_does(
    data: Any, write: Callable[..., Policy]
) -> None:
    heads = {
        block.anchor: block.headers[0]
        for block in write(data).document.blocks
        if isinstance(block, Table) and "transfers-table" in block.anchor
    }

    assert heads == {"transfers-table": "Company", "onward-transfers-table": "Who transfers"}


def test_a_vendor_outside_is_never_said_to_take_no_data_outside(
    data: Any, words: Callable[..., str]
) -> None:
    data["vendors"]["pulse"]["transfers"] = []

    assert "outside the European Economic Area: Agilitation SAS." in words(data)
