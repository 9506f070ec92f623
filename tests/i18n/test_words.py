from datetime import date

import pytest

from policylint.i18n.dates import date_words
from policylint.i18n.durations import duration_words
from policylint.i18n.lists import join_words
from policylint.i18n.typography import typeset
from policylint.model.lifetime import parse_lifetime


def written(text: str, language: str, *, in_tab: bool = False) -> str:
    lifetime = parse_lifetime(text)
    words = duration_words(lifetime.text, lifetime.amounts, language, in_tab=in_tab)
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "english", "french"),
    [
        ("13 months", "13 months", "13 mois"),
        ("P13M", "13 months", "13 mois"),
        ("395 days", "395 days", "395 jours"),
        ("1 year 1 month", "1 year and 1 month", "1 an et 1 mois"),
        ("P1Y0M2DT3H", "1 year, 2 days and 3 hours", "1 an, 2 jours et 3 heures"),
        ("2 years", "2 years", "2 ans"),
        ("1 week", "1 week", "1 semaine"),
        ("PT30M", "30 minutes", "30 minutes"),
        ("1 second", "1 second", "1 seconde"),
        ("session", "until you close the browser", "jusqu\u2019à la fermeture du navigateur"),
        ("until-cleared", "until you clear it", "jusqu\u2019à ce que vous l\u2019effaciez"),
    ],
)
def test_a_duration_keeps_its_authors_unit(text: str, english: str, french: str) -> None:
    assert written(text, "en") == english
    assert written(text, "fr") == french


@pytest.mark.parametrize(
    ("text", "spanish"),
    [
        ("13 months", "13 meses"),
        ("1 year 1 month", "1 año y 1 mes"),
        ("P1Y0M2DT3H", "1 año, 2 días y 3 horas"),
        ("1 week", "1 semana"),
        ("PT30M", "30 minutos"),
        ("session", "hasta que cierre el navegador"),
        ("until-cleared", "hasta que la borre"),
    ],
)
def test_a_duration_in_spanish(text: str, spanish: str) -> None:
    assert written(text, "es") == spanish


@pytest.mark.parametrize(
    ("text", "italian"),
    [
        ("13 months", "13 mesi"),
        ("1 year 1 month", "1 anno e 1 mese"),
        ("P1Y0M2DT3H", "1 anno, 2 giorni e 3 ore"),
        ("1 week", "1 settimana"),
        ("PT30M", "30 minuti"),
        ("session", "fino alla chiusura del browser"),
        ("until-cleared", "fino alla cancellazione manuale"),
    ],
)
def test_a_duration_in_italian(text: str, italian: str) -> None:
    assert written(text, "it") == italian


@pytest.mark.parametrize(
    ("text", "dutch"),
    [
        ("13 months", "13 maanden"),
        ("1 year 1 month", "1 jaar en 1 maand"),
        ("P1Y0M2DT3H", "1 jaar, 2 dagen en 3 uur"),
        ("1 week", "1 week"),
        ("PT30M", "30 minuten"),
        ("session", "tot u de browser sluit"),
        ("until-cleared", "tot u dit verwijdert"),
    ],
)
def test_a_duration_in_dutch(text: str, dutch: str) -> None:
    assert written(text, "nl") == dutch


@pytest.mark.parametrize(
    ("text", "polish"),
    [
        ("13 months", "13 miesięcy"),
        ("1 year 1 month", "1 rok i 1 miesiąc"),
        ("P1Y0M2DT3H", "1 rok, 2 dni i 3 godziny"),
        ("22 months", "22 miesiące"),
        ("5 years", "5 lat"),
        ("PT30M", "30 minut"),
        ("session", "do zamknięcia przeglądarki"),
        ("until-cleared", "do usunięcia przez Państwa"),
    ],
)
def test_a_duration_in_polish(text: str, polish: str) -> None:
    assert written(text, "pl") == polish


@pytest.mark.parametrize(
    ("text", "portuguese"),
    [
        ("13 months", "13 meses"),
        ("1 year 1 month", "1 ano e 1 mês"),
        ("P1Y0M2DT3H", "1 ano, 2 dias e 3 horas"),
        ("1 week", "1 semana"),
        ("PT30M", "30 minutos"),
        ("session", "até fechar o navegador"),
        ("until-cleared", "até o apagar"),
    ],
)
def test_a_duration_in_portuguese(text: str, portuguese: str) -> None:
    assert written(text, "pt") == portuguese


def test_the_session_of_a_tab_ends_with_the_tab() -> None:
    assert written("session", "en", in_tab=True) == "until you close the tab"
    assert written("session", "fr", in_tab=True) == "jusqu\u2019à la fermeture de l\u2019onglet"


def test_a_figure_and_its_unit_stay_on_one_line() -> None:
    assert duration_words("13 months", [(13, "month")], "fr") == "13\u00a0mois"


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [
        (date(2026, 11, 23), "23\u00a0November 2026", "23\u00a0novembre 2026"),
        (date(2026, 8, 1), "1\u00a0August 2026", "1er\u00a0août 2026"),
    ],
)
def test_a_day_is_written_in_words(day: date, english: str, french: str) -> None:
    assert date_words(day, "en") == english
    assert date_words(day, "fr") == french


@pytest.mark.parametrize(
    ("text", "german"),
    [
        ("13 months", "13 Monate"),
        ("1 year 1 month", "1 Jahr und 1 Monat"),
        ("P1Y0M2DT3H", "1 Jahr, 2 Tage und 3 Stunden"),
        ("1 week", "1 Woche"),
        ("PT30M", "30 Minuten"),
        ("session", "bis Sie den Browser schließen"),
        ("until-cleared", "bis Sie den Eintrag löschen"),
    ],
)
def test_a_duration_in_german(text: str, german: str) -> None:
    assert written(text, "de") == german


def test_a_day_and_a_list_in_german() -> None:
    assert date_words(date(2026, 8, 1), "de") == "1.\u00a0August 2026"
    assert join_words(["a", "b", "c"], "de") == "a, b und c"


def test_a_day_in_spanish() -> None:
    assert date_words(date(2026, 8, 1), "es") == "1\u00a0de agosto de 2026"


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ("compras", "a y compras"),
        ("idioma", "a e idioma"),
        ("IP", "a e IP"),
        ("historial", "a e historial"),
        ("hielo", "a y hielo"),
        ("Irlanda", "a e Irlanda"),
    ],
)
def test_spanish_says_e_before_the_sound_of_i(last: str, words: str) -> None:
    assert join_words(["a", last], "es") == words


@pytest.mark.parametrize(
    ("day", "italian"),
    [
        (date(2026, 8, 1), "1º\u00a0agosto 2026"),
        (date(2026, 11, 23), "23\u00a0novembre 2026"),
    ],
)
def test_a_day_in_italian(day: date, italian: str) -> None:
    assert date_words(day, "it") == italian


@pytest.mark.parametrize(
    ("last", "words"),
    [("acquisti", "a e acquisti"), ("Estonia", "a ed Estonia"), ("è così", "a ed è così")],
)
def test_italian_says_ed_before_another_e(last: str, words: str) -> None:
    assert join_words(["a", last], "it") == words


def test_a_day_in_dutch() -> None:
    assert date_words(date(2026, 8, 1), "nl") == "1\u00a0augustus 2026"


def test_a_day_in_polish() -> None:
    assert date_words(date(2026, 8, 1), "pl") == "1\u00a0sierpnia 2026 roku"


def test_a_day_in_portuguese() -> None:
    assert date_words(date(2026, 8, 1), "pt") == "1\u00a0de agosto de 2026"


def test_a_list_ends_with_and() -> None:
    assert join_words(["a", "b", "c"], "pt") == "a, b e c"
    assert join_words([], "en") == ""
    assert join_words(["a"], "en") == "a"
    assert join_words(["a", "b"], "fr") == "a et b"
    assert join_words(["a", "b", "c"], "nl") == "a, b en c"
    assert join_words(["b", "c", "d"], "pl") == "b, c i\u00a0d"
    assert join_words(["a", "b", "c"], "en") == "a, b and c"


def test_german_citations_do_not_break() -> None:
    assert typeset("Art. 6 Abs. 1 Buchst. a DSGVO, § 25, 5 %", "de") == (
        "Art.\u00a06 Abs.\u00a01 Buchst.\u00a0a DSGVO, §\u00a025, 5\u00a0%"
    )


def test_french_spaces_do_not_break() -> None:
    assert typeset("l'un ; « deux » : trois ? n° 4, 5 %", "fr") == (
        "l\u2019un\u202f; «\u00a0deux\u00a0»\u00a0: trois\u202f? n°\u00a04, 5\u00a0%"
    )


def test_polish_leaves_no_word_of_one_letter_at_the_end_of_a_line() -> None:
    assert typeset("do a i w art. 6 ust. 1 lit. a) oraz pkt 7", "pl") == (
        "do a\u00a0i\u00a0w\u00a0art.\u00a06 ust.\u00a01 lit.\u00a0a) oraz pkt\u00a07"
    )


def test_spanish_abbreviations_keep_to_what_follows() -> None:
    assert typeset("Ley n.º 78-17, UE-EE. UU., apdo. 50, 2 %", "es") == (
        "Ley n.º\u00a078-17, UE-EE.\u00a0UU., apdo.\u00a050, 2\u00a0%"
    )


def test_dutch_keeps_a_place_in_a_text_on_one_line() -> None:
    assert typeset("artikel 6, lid 1, onder a), van wet nr. 78-17, 5 %", "nl") == (
        "artikel\u00a06, lid\u00a01, onder a), van wet nr.\u00a078-17, 5\u00a0%"
    )


def test_portuguese_citations_do_not_break() -> None:
    assert typeset("artigo 6.º, n.º 1, alínea a), 5 %", "pt") == (
        "artigo\u00a06.º, n.º\u00a01, alínea\u00a0a), 5\u00a0%"
    )
