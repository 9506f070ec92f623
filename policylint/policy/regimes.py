"""Which data protection regulation gives the rights: the GDPR, the UK GDPR, both, or neither."""

from collections.abc import Sequence

from policylint.law.citation import Instrument, Provision
from policylint.law.instruments import GDPR
from policylint.law.jurisdictions import EEA, UK, Pack
from policylint.model.terms import LegalBasisName

UK_GDPR = Instrument(
    key="UK-GDPR",
    titles={
        "en": "Regulation (EU) 2016/679 as part of the law of the United Kingdom (UK GDPR)",
        "fr": "règlement (UE) 2016/679 intégré au droit du Royaume-Uni (RGPD britannique)",
    },
    names={"en": "UK GDPR", "fr": "du RGPD britannique"},
    url="https://www.legislation.gov.uk/eur/2016/679/contents",
)
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
