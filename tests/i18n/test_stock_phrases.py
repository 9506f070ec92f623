"""Formulas that say nothing of a cookie, per language."""

import pytest

from policylint.i18n import languages
from policylint.rules.inventory.description import LONGEST_STOCK, is_vague
from policylint.rules.inventory.formulas import formulas


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
        ("de", "Dieser Cookie dient dazu, Ihr Nutzungserlebnis zu verbessern."),
        ("de", "Wird zur Verbesserung unserer Website verwendet."),
        ("de-AT", "Das Cookie ist für den Betrieb der Website erforderlich."),
        ("de", "Aus technischen Gründen."),
        ("nl", "Deze cookie wordt gebruikt om uw surfervaring te verbeteren."),
        ("nl", "Wordt gebruikt voor marketingdoeleinden."),
        ("nl-BE", "Is noodzakelijk voor de goede werking van de website."),
        ("pl", "Ten plik cookie służy do poprawy komfortu użytkowania."),
        ("pl", "Używany w celach marketingowych."),
        ("pl", "Jest niezbędny do prawidłowego działania witryny."),
        ("pt", "Este cookie é utilizado para melhorar a sua experiência de navegação."),
        ("pt", "Utilizado com fins de marketing."),
        ("pt-PT", "É necessário para o bom funcionamento do site."),
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
        ("de", "Zählt Besuche je Seite, um fehlerhafte Seiten zu finden."),
        ("de", "Bewahrt die im Menü gewählte Sprache auf, um Ihr Nutzungserlebnis zu verbessern."),
        ("nl", "Telt bezoeken per pagina om kapotte pagina's te vinden."),
        ("nl", "Bewaart de taal die u koos om uw ervaring te verbeteren."),
        ("pl", "Liczy wizyty na stronę, aby znaleźć uszkodzone strony."),
        ("pl", "Przechowuje wybrany język, aby poprawić komfort użytkowania."),
        ("pt", "Conta as visitas por página para encontrar páginas com falhas."),
        ("pt", "Guarda a língua escolhida no menu para melhorar a navegação."),
    ],
)
def test_a_text_that_says_what_the_cookie_does_is_not(language: str, text: str) -> None:
    assert not is_vague(text, language)


@pytest.mark.parametrize("language", [one for one in languages() if formulas(one)])
def test_every_formula_can_be_found(language: str) -> None:
    known = formulas(language)

    assert known is not None
    assert known.phrases
    assert [one for one in known.phrases if len(one) > LONGEST_STOCK] == []
    assert [one for one in known.phrases if not is_vague(one.capitalize(), language)] == []


def test_a_language_without_formulas_is_judged_by_length_alone() -> None:
    assert formulas("sv") is None
    assert formulas("../description") is None
    assert not is_vague("För att förbättra din upplevelse.", "sv")
