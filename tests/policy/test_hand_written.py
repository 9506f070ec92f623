"""A policy that a lawyer wrote, in other words than ours, is understood in its own language."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from policylint.i18n.catalogue import catalogue
from policylint.model.lifetime import parse_lifetime
from policylint.policy.compare import Difference
from policylint.policy.durations import states
from tests.policy.further import further, with_texts

Compare = Callable[..., list[Difference]]
TEXTS: Mapping[str, str] = {
    "it": """\
# Cookie policy

Titolare del trattamento: Studio Ductus SAS, privacy@studio-ductus.example. Responsabile della
protezione dei dati: Maître Exemple (dpo@studio-ductus.example).

Sul nostro sito utilizziamo cookie tecnici, che non richiedono il consenso: `choice` (Axeptio, di
Agilitation SAS, Francia) e `SERVERID`.

Previo consenso utilizziamo cookie statistici, `perf`, `_ga` e `_ga_*`, di Google Ireland Limited
(Irlanda) e, per finalità di marketing, `px` di Pulse Inc., Stati Uniti.

I nostri cookie durano al massimo tredici (13) mesi. Il consenso può essere revocato con il link
Cookie in fondo a ogni pagina. Reclami: CNIL, www.cnil.fr.
""",
    "pl": """\
# Polityka prywatności i cookies

Administratorem jest Studio Ductus SAS, privacy@studio-ductus.example. Inspektor ochrony danych:
Maître Exemple (dpo@studio-ductus.example).

Niezbędne pliki cookies nie wymagają Twojej zgody: `choice` (Axeptio, Agilitation SAS, Francja)
i `SERVERID`.

Po wyrażeniu zgody stosujemy pliki analityczne `perf`, `_ga` i `_ga_*`, które dostarcza Google
Ireland Limited (Irlandia), oraz reklamowe `px` firmy Pulse Inc., Stany Zjednoczone.

Nasze ciasteczka pozostają maksymalnie przez trzynaście (13) miesięcy. Zmiana decyzji: odnośnik
Pliki cookie na dole każdej strony. Skargi: CNIL, www.cnil.fr.
""",
    "pt": """\
# Política de cookies

Responsável pelo tratamento: Studio Ductus SAS, privacy@studio-ductus.example. Encarregado da
proteção de dados: Maître Exemple (dpo@studio-ductus.example).

Utilizamos testemunhos de conexão (cookies) técnicos, que não carecem de consentimento: `choice`
(Axeptio, da Agilitation SAS, França) e `SERVERID`.

Mediante consentimento, utilizamos cookies analíticos, `perf`, `_ga` e `_ga_*`, da Google Ireland
Limited (Irlanda) e, para fins publicitários, `px` da Pulse Inc., Estados Unidos.

Os nossos cookies duram, no máximo, treze (13) meses. O consentimento pode ser retirado através da
hiperligação Cookies no fundo de cada página. Reclamações: CNIL, www.cnil.fr.
""",
}
LONGEST = {
    "it": ("tredici (13) mesi", "dodici mesi"),
    "pl": ("przez trzynaście (13) miesięcy", "do 1 roku"),
    "pt": ("treze (13) meses", "doze meses"),
}
NO_CONSENT = {
    "it": ("non richiedono il consenso", "sono usati di continuo"),
    "pl": ("nie wymagają Twojej zgody", "są stosowane zawsze"),
    "pt": ("não carecem de consentimento", "são utilizados sempre"),
}


def compared(data: Any, compare: Compare, language: str, text: str) -> list[str]:
    told = with_texts(data, language, further(language)["texts"])
    return [one.message for one in compare(told, text, "markdown", language)]


@pytest.mark.parametrize("language", TEXTS)
def test_it_is_up_to_date(data: Any, compare: Compare, language: str) -> None:
    assert compared(data, compare, language, TEXTS[language]) == []


@pytest.mark.parametrize("language", TEXTS)
def test_a_shorter_longest_lifetime_contradicts(data: Any, compare: Compare, language: str) -> None:
    text = TEXTS[language].replace(*LONGEST[language])

    (message,) = compared(data, compare, language, text)

    assert "contradicts the longest lifetime" in message


@pytest.mark.parametrize("language", TEXTS)
def test_cookies_without_consent_must_be_said_to_need_none(
    data: Any, compare: Compare, language: str
) -> None:
    text = TEXTS[language].replace(*NO_CONSENT[language])

    assert compared(data, compare, language, text) != []


@pytest.mark.parametrize(
    ("language", "text", "is_there"),
    [
        ("it", "Terminano dopo tredici mesi.", True),
        ("it", "un anno e un mese", True),
        ("it", "un anno o un mese", False),
        ("it", "dodici mesi", False),
        ("pl", "po dwunastu miesiącach", False),
        ("pl", "przez okres trzynastu miesięcy", True),
        ("pl", "do 1 roku i 1 miesiąca", True),
        ("pl", "1 rok lub 1 miesiąc", False),
        ("pt", "Expiram ao fim de treze meses.", True),
        ("pt", "um ano e um mês", True),
        ("pt", "um ano ou um mês", False),
        ("pt", "doze meses", False),
    ],
)
def test_durations_are_read_in_words(language: str, text: str, is_there: bool) -> None:
    assert states(text, parse_lifetime("13 months"), catalogue(language)) is is_there
