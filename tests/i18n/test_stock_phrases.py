"""Formulas that say nothing of a cookie, per language."""

import pytest

from policylint.rules.inventory.description import LONGEST_STOCK, is_vague
from policylint.rules.inventory.stock import LEADS, STOCK_PHRASES


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This cookie is used to improve your experience."),
        ("fr", "Ce cookie permet d\u2019améliorer votre navigation."),
        ("es", "Esta cookie se utiliza para mejorar su experiencia de navegación."),
        ("es", "Se utiliza con fines de marketing."),
        ("it", "Questo cookie serve a migliorare l\u2019esperienza dell\u2019utente."),
        ("it", "Il cookie è necessario al corretto funzionamento del sito."),
        ("it", "Viene utilizzato per finalità di marketing."),
        ("es-ES", "Es necesaria para el funcionamiento del sitio web."),
        ("nl", "Deze cookie wordt gebruikt om uw surfervaring te verbeteren."),
        ("nl", "Wordt gebruikt voor marketingdoeleinden."),
        ("nl-BE", "Is noodzakelijk voor de goede werking van de website."),
        ("pl", "Ten plik cookie służy do poprawy komfortu użytkowania."),
        ("pl", "Używany w celach marketingowych."),
        ("pl", "Jest niezbędny do prawidłowego działania witryny."),
    ],
)
def test_a_formula_is_vague_whatever_leads_up_to_it(language: str, text: str) -> None:
    assert is_vague(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Counts visits per page to find broken pages."),
        ("fr", "Compte les visites par page pour trouver les pages en panne."),
        ("es", "Cuenta las visitas por página para encontrar páginas que fallan."),
        ("it", "Conta le visite per pagina per trovare le pagine guaste."),
        ("it", "Conserva la lingua scelta nel menu per migliorare la navigazione."),
        ("es", "Guarda el idioma que usted eligió para mejorar su experiencia."),
        ("nl", "Telt bezoeken per pagina om kapotte pagina's te vinden."),
        ("nl", "Bewaart de taal die u koos om uw ervaring te verbeteren."),
        ("pl", "Liczy wizyty na stronę, aby znaleźć uszkodzone strony."),
        ("pl", "Przechowuje wybrany język, aby poprawić komfort użytkowania."),
    ],
)
def test_a_text_that_says_what_the_cookie_does_is_not(language: str, text: str) -> None:
    assert not is_vague(text, language)


@pytest.mark.parametrize("language", sorted(STOCK_PHRASES))
def test_every_formula_can_be_found(language: str) -> None:
    phrases = STOCK_PHRASES[language]

    assert [one for one in phrases if len(one) > LONGEST_STOCK] == []
    assert [one for one in phrases if not is_vague(one.capitalize(), language)] == []
    assert set(STOCK_PHRASES) == set(LEADS)
