"""Which data protection law holds: the GDPR, the UK GDPR, that of Switzerland, or several."""

from collections.abc import Sequence

from policylint.law.citation import Instrument, Provision
from policylint.law.instruments import GDPR, UK_GDPR
from policylint.law.jurisdictions import CH, EEA, UK, Pack
from policylint.law.statutes import DSG
from policylint.model.terms import LegalBasisName

_BASIS_POINTS: dict[LegalBasisName, str] = {
    "consent": "a",
    "contract": "b",
    "legal-obligation": "c",
    "vital-interests": "d",
    "public-task": "e",
    "legitimate-interests": "f",
}


def regulations(packs: Sequence[Pack]) -> list[Instrument]:
    """List the regulations that hold in some jurisdictions."""
    codes = {pack.code for pack in packs}
    found = [GDPR] if codes & EEA else []
    return [*found, UK_GDPR] if codes & UK else found


def data_laws(packs: Sequence[Pack]) -> list[Instrument]:
    """List the laws on personal data that hold in some jurisdictions."""
    swiss = [DSG] if {pack.code for pack in packs} & CH else []
    return [*regulations(packs), *swiss]


def article(
    packs: Sequence[Pack], number: str, paragraph: str | None = None, point: str | None = None
) -> Provision | None:
    """Find an article in the regulation that holds; in that of the EU where both hold."""
    for instrument in regulations(packs):
        return Provision(
            instrument=instrument,
            article=number,
            paragraph=paragraph,
            point=point,
            force="law",
            verified="known",
        )
    return None


def basis_article(packs: Sequence[Pack], basis: LegalBasisName) -> Provision | None:
    """Find the point of art. 6(1) that a legal basis stands on."""
    return article(packs, "6", "1", _BASIS_POINTS[basis])
