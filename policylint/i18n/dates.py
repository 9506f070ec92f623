"""Days in words."""

from datetime import date

from policylint.i18n.catalogue import catalogue
from policylint.i18n.typography import NO_BREAK


def date_words(day: date, language: str) -> str:
    """Write a day: '23 November 2026', « 23 novembre 2026 »; the first is « 1er » in French."""
    words = catalogue(language)
    number = words.text("ui.date.first") if day.day == 1 else str(day.day)
    month = words.text(f"ui.month.{day.month}")
    form = words.text("ui.date.form", day=number, month=month, year=day.year)
    return form.replace(" ", NO_BREAK, 1)
