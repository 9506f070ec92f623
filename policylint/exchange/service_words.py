"""Words that consent platforms group services by, where they say what a cookie is for.

What may mean several things (`marketing`, `functional`, `security`, `performance`) is not here.
"""

import re
from collections.abc import Mapping, Sequence
from typing import get_args

from policylint.exchange.duration_words import fold
from policylint.model.terms import Purpose

_WORDS: Mapping[Purpose, str] = {
    "audience-measurement": "analytics analytic analysis webanalytics statistics statistic"
    " statistik statistiken analyse statistiques statistique estadisticas analitica analiticas"
    " statistiche analitici statistieken analytisch estatisticas audiencemeasurement",
    "advertising": "advertising advertisement advertisements ads werbung publicite publicidad"
    " pubblicita advertenties",
    "live-chat": "livechat chat",
    "map": "map maps karten cartes mapas mappe",
    "web-fonts": "fonts webfonts font",
    "embedded-content": "video videos embeds embedded embeddedcontent externalcontent"
    " externalmedia externemedien",
    "social-media": "socialmedia",
    "error-monitoring": "errortracking errormonitoring",
    "ab-testing": "abtesting",
    "session-replay": "sessionreplay heatmaps",
    "consent-choice": "consent cookieconsent",
    "tag-management": "tagmanager tagmanagement",
    "captcha": "captcha",
}
_AMBIGUOUS = frozenset(("security",))
"""Names of purposes that platforms use for more than we do: `security` may be a captcha."""

_LETTERS = re.compile(r"[\W_]+")


def _table() -> Mapping[str, Purpose]:
    found = {word: purpose for purpose, words in _WORDS.items() for word in words.split()}
    own = {_LETTERS.sub("", name): name for name in get_args(Purpose) if name not in _AMBIGUOUS}
    return {**found, **own}


_PURPOSES = _table()


def purposes_of(words: Sequence[str]) -> tuple[list[Purpose], list[str]]:
    """Read words by the table; return the purposes, and the words that say too little."""
    found: list[Purpose] = []
    unknown: list[str] = []
    for word in words:
        purpose = _PURPOSES.get(_LETTERS.sub("", fold(word)))
        if purpose is None:
            unknown.append(word)
        elif purpose not in found:
            found.append(purpose)
    return found, unknown
