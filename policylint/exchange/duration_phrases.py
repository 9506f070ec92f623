"""Phrases around a duration that change what it says: a bound, a default, a rolling expiry."""

import re
from collections.abc import Mapping
from functools import cache

from policylint.exchange.duration_words import fold

_USE = "(?:activity|use|usage|visit|interaction|access|update|activite|visite|utilisation|acces"
_USE += "|aktivitat|besuch|nutzung|zugriff|actividad|visita|uso|attivita|utilizzo|activiteit|bezoek"
_USE += "|gebruik|atividade|aktywnosci|wizyty|aktivitet|besok|besog|kayton|kaynnin)"
_PHRASES: Mapping[str, tuple[str, ...]] = {
    "rolling": (
        rf"(?:after|from|since) (?:the |your |their |a |user's )?last {_USE}",
        rf"apres (?:la |votre |sa )?derniere {_USE}",
        rf"nach (?:der |dem |ihrer |ihrem )?letzte[nrm] {_USE}",
        rf"(?:tras|despues de|desde) (?:la |su )?ultima {_USE}",
        rf"(?:dopo|dall') ?(?:l'|la )?ultim[ao] {_USE}",
        rf"na (?:de |het |uw )?laatste {_USE}",
        rf"apos (?:a |o )?ultim[ao] {_USE}",
        rf"(?:efter|etter) (?:den |det )?(?:senaste|sista|seneste|sidste|siste) {_USE}",
        rf"(?:po|od) ostatniej {_USE}",
        rf"viimeisen {_USE} jalkeen",
        r"from set ?/ ?update",
        rf"(?:renewed|extended|updated|reset) (?:on|with|at|after) (?:every|each) {_USE}",
        r"\b(?:rolling|sliding|glissante?s?)\b",
    ),
    "endless": (
        r"\b(?:no|without) (?:expir(?:y|ation)(?: date)?|end|time limit|limit)\b",
        r"\b(?:does not|doesn't|never|don't|do not) expires?\b",
        r"lauft (?:nicht|nie) ab",
        r"\b(?:kein ablauf(?:datum)?|ohne ablauf(?:datum)?)\b",
        r"\bn'expire (?:pas|jamais)\b",
        r"\bsans (?:expiration|limite|date d'expiration)\b",
        r"\b(?:no|nunca) (?:expira|caduca)\b",
        r"\bsin (?:caducidad|vencimiento|limite|fecha de caducidad)\b",
        r"\b(?:non|mai) scade\b",
        r"\bsenza (?:scadenza|limiti?)\b",
        r"\b(?:geen|zonder) (?:vervaldatum|verloopdatum|einddatum)\b",
        r"\b(?:verloopt|vervalt) (?:niet|nooit)\b",
        r"\b(?:nie|nigdy nie) wygasa\b",
        r"\b(?:nao|nunca) expira\b",
        r"\bsem (?:expiracao|validade|limite)\b",
        r"\b(?:upphor|udlober|utloper) (?:aldrig|aldri|ikke)\b",
        r"\bei vanhene\b",
    ),
    "default": (
        r"\bby default\b",
        r"\b(?:modifiable|configurable|adjustable|customi[sz]able)\b",
        r"\bpar defaut\b",
        r"\bstandardmassig\b",
        r"\bpor defecto\b",
        r"\b(?:per impostazione predefinita|predefinit[ao])\b",
        r"\bstandaard\b",
        r"\bdomyslnie\b",
        r"\bpor padrao\b",
        r"\bsom standard\b",
        r"\boletuksena\b",
    ),
    "less": (
        r"\b(?:less|fewer|shorter) than\b",
        r"\b(?:under|within)\b",
        r"\bmoins d(?:e |')",
        r"\bweniger als\b",
        r"\bmenos de\b",
        r"\bmeno di\b",
        r"\bminder dan\b",
        r"\bmniej niz\b",
        r"\bmindre (?:an|end|enn)\b",
        r"\balle\b(?= )",
        r"\bmene nez\b",
        r"\bkevesebb mint\b",
        r"\bмене[ен] чем\b|\bменее\b",
        r"<",
    ),
    "most": (
        r"\bup to\b",
        r"\b(?:no|not) (?:more|longer) than\b",
        r"\b(?:at most|at the most|max(?:imum|imal)?(?: of)?)\b",
        r"\bbis zu\b",
        r"\b(?:hochstens|langstens)\b",
        r"\bau (?:plus|maximum)\b",
        r"\bcomo maximo\b",
        r"\b(?:al massimo|massimo)\b",
        r"\b(?:maximaal|hoogstens)\b",
        r"\bmaksymalnie\b",
        r"\bno maximo\b",
        r"\b(?:upp|op|opp) ?til(?:l)?\b",
        r"\b(?:som mest|hojst|maks(?:imalt)?)\b",
        r"\bkorkeintaan\b",
        r"\b(?:nejvyse|legfeljebb)\b",
        r"\b(?:bis|jusqu'a|hasta|fino a|tot|do|ate|til|enintaan|az)(?= [0-9])",
    ),
    "open": (
        r"\bor (?:longer|more)\b",
        r"\b(?:at least|minimum|more than|longer than|over|from|starting at)\b(?= [0-9])",
        r"\bmay be longer\b",
        r"\b(?:plus d(?:e |')|au moins|minimum)(?= ?[0-9])",
        r"\b(?:mehr als|mindestens|oder langer)\b",
        r"\b(?:mas de|al menos)\b",
        r"\b(?:piu di|almeno)\b",
        r"\b(?:meer dan|minstens|ten minste|of langer)\b",
        r"\b(?:ponad|co najmniej)\b",
        r"\b(?:mais de|pelo menos)\b",
        r"\b(?:mer|mere) (?:an|end|enn)\b",
        r"\b(?:minst|mindst)\b",
        r"\b(?:vahintaan|yli)\b",
        r">|\+(?= |$)",
    ),
    "about": (
        r"\b(?:about|approx(?:imately)?|around|almost|nearly|circa|ca|roughly)\b\.?",
        r"\b(?:environ|ungefahr|etwa|rund|aproximadamente|alrededor de|cerca de)\b",
        r"\b(?:ongeveer|okolo|ungefar|cirka|omtrent|noin|priblizne|korulbelul)\b",
        r"[~≈]",
    ),
    "local-storage": (r"\b(?:html5? )?local ?storage\b",),
    "session-storage": (r"\bsession ?storage\b",),
}


@cache
def _form() -> re.Pattern[str]:
    groups = (
        f"(?P<{kind.replace('-', '_')}>{'|'.join(phrases)})" for kind, phrases in _PHRASES.items()
    )
    return re.compile("|".join(groups))


def take_phrases(text: str) -> tuple[str, frozenset[str]]:
    """Take the known phrases out of a folded text; give the rest and the kinds that were there."""
    found: set[str] = set()

    def note(match: re.Match[str]) -> str:
        kind = (match.lastgroup or "").replace("_", "-")
        found.add(kind)
        return " to " if kind == "most" else " "

    rest = _form().sub(note, text)
    return rest, frozenset(found)


def is_date(text: str) -> bool:
    """Tell whether a text holds a day of the calendar instead of a duration."""
    return bool(_dates().search(fold(text)))


@cache
def _dates() -> re.Pattern[str]:
    months = "jan|feb|fev|mar|apr|avr|abr|mai|may|maj|jun|jui|jul|aug|aou|ago|sep|oct|okt|ott|out"
    months += "|nov|dec|dez|dic|des|gen|mag|giu|lug|set|ene|kwi|cze|lip|sie|wrz|paz|lis|gru|sty|lut"
    return re.compile(
        r"\b(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}"
        r"|\b[0-9]{1,2}[./-][0-9]{1,2}[./-](?:19|20)?[0-9]{2}\b"
        rf"|\b[0-9]{{1,2}}\.?[ -](?:{months})[a-z]*\.?,?[ -](?:19|20)[0-9]{{2}}\b"
        rf"|\b(?:{months})[a-z]* [0-9]{{1,2}},? (?:19|20)[0-9]{{2}}\b"
    )
