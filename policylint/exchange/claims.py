"""What a foreign category claims: no consent is asked (essential), or it is (improvement).

Each format has a table of its own words. A word that is not in it claims nothing here, and says so.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from policylint.exchange.duration_words import fold
from policylint.model.terms import Category

_MOST = 300
_ESSENTIAL = """
necessary essential required mandatory indispensable
notwendig notwendige notwendigen erforderlich erforderliche erforderlichen essenziell essenzielle
essentiell essentielle unbedingt
necessaire necessaires essentiel essentiels essentielle essentielles indispensables obligatoires
necesaria necesarias necesario necesarios esencial esenciales imprescindibles estrictamente
necessari necessario necessarie necessaria essenziale essenziali indispensabili
noodzakelijk noodzakelijke essentieel vereist
niezbedne niezbedny konieczne wymagane
necessarios necessaria necessarias essencial essenciais
nodvandig nodvandiga nodvendig nodvendige strengt strikt
valttamaton valttamattomat pakolliset
nezbytne nezbytny nutne technicky
szukseges elengedhetetlen
необходимые обязательные
"""
_IMPROVEMENT = """
preference preferences statistics statistic statistical analytics analytical analytic analysis
performance measurement marketing advertising advertisement advertisements targeting targeted
tracking social personalisation personalization retargeting ads
praferenzen praferenz einstellungen statistik statistiken analyse werbung leistung
personalisierung
statistiques statistique publicite publicitaires publicitaire mesure audience
preferencias preferencia estadistica estadisticas analitica analiticas publicidad publicitarias
rendimiento analisis
preferenze statistiche statistica analitici analisi pubblicita pubblicitari profilazione
prestazioni
voorkeuren voorkeur statistieken analytisch analytische advertentie advertenties prestatie
preferencje statystyka statystyczne analityczne marketingowe reklamowe wydajnosc
estatistica estatisticas analiticos analitico desempenho
preferenser installningar statistiska annonsering prestanda praeferencer markedsforing
preferanser markedsforing annonsering ytelse
tilastot tilastolliset markkinointi mainonta suorituskyky asetukset mieltymykset
preferencni statisticke statisticky marketingove analyticke vykonnostni reklamni
preferencia statisztika statisztikai hirdetesi
статистика аналитика аналитические реклама маркетинг рекламные предпочтения
"""
_FUNCTIONAL = """
functional functionality funktional funktionale funktionalen fonctionnel fonctionnels fonctionnelle
fonctionnelles funcional funcionales funzionali funzionale functioneel functionele funkcjonalne
funcionais funktionella funktionelle funksjonelle toiminnalliset funkcni funkcionalis
функциональные
"""
_NEITHER = "optional optionale facultatif facultatifs opcional opzionali optioneel valfria"
_NOT = "non not no nicht niet nie inte icke ikke ei nem ne не nao unessential unnecessary un"


# Words of headings that are categories; any other word may make it a heading of something else.
_BESIDE = """
cookie cookies kakor kaka kekse evasteet evaste informasjonskapsler soubory pliki plik sutik
strictly strict strictement estrictamente strettamente scrupulatamente strikt streng strengt
technical technically techniques technique tecnicas tecnici tecniche technisch technische
technologies technologien purposes purpose zwecke zwecken fins fines fini doeleinden
third party parties first own type types category categories kategorie media
for we use used our the and und et y e en i och og a of or to los las les de des di der die das
para pour per fur voor with required requires require your consent based
"""


class Claim(NamedTuple):
    """A category of the inventory, or none; the remark says on what grounds."""

    category: Category | None
    remark: str


def claim_by_table(word: str, table: Mapping[str, Category | None], format_name: str) -> Claim:
    """Look a category up in the table of its format."""
    shown = " ".join(word.split())[:_MOST]
    category = table.get(fold(shown))
    if category is None:
        return Claim(None, f"category: '{shown}' of {format_name} says nothing of consent")
    return Claim(category, f"category: '{shown}' of {format_name}")


def claim_by_words(text: str) -> Claim | None:
    """Read a category or a heading in the words of any language; None for one that names none."""
    shown = " ".join(text.split())[:_MOST]
    words = set(_words().findall(fold(_brackets().sub(" ", shown))))
    essential = bool(words & _set(_ESSENTIAL))
    improvement = bool(words & _set(_IMPROVEMENT))
    if essential and words & _set(_NOT):
        return Claim("improvement", f"category: '{shown}' denies that it is necessary")
    if words & _set(_NEITHER) and not essential:
        return Claim("improvement", f"category: '{shown}'")
    if words & _set(_FUNCTIONAL):
        return Claim(None, f"category: '{shown}' may be what is necessary, or more than that")
    if essential and improvement:
        return Claim(None, f"category: '{shown}' names what is necessary and what is not")
    if essential or improvement:
        return Claim("essential" if essential else "improvement", f"category: '{shown}'")
    return None


def claim_of_heading(text: str) -> Claim | None:
    """Read a heading that is a category and nothing else: not `Our performance surveys`."""
    words = set(_words().findall(fold(_brackets().sub(" ", text[:_MOST]))))
    listed = (_ESSENTIAL, _IMPROVEMENT, _FUNCTIONAL, _NEITHER, _NOT, _BESIDE)
    if any(not any(word in _set(one) for one in listed) for word in words):
        return None
    return claim_by_words(text)


@cache
def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"\([^()]*\)")
