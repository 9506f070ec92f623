"""The words of durations in cookie tables, in fifteen languages.

English, French, German, Spanish, Italian, Dutch, Polish, Portuguese, Swedish, Danish, Finnish,
Norwegian, Czech, Hungarian and Russian.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache

UNITS = ("year", "month", "week", "day", "hour", "minute", "second")

_UNIT_WORDS: Mapping[str, str] = {
    "year": "year years yr yrs y an ans année années jahr jahre jahren año años anno anni jaar"
    " jaren ano anos rok roku lata lat år vuosi vuotta vuoden rokem roky let év évig éves"
    " год года лет",
    "month": "month months mth mths mo mos mois monat monate monaten mes meses mese mesi maand"
    " maanden mnd mndr miesiąc miesiące miesięcy miesiąca mies mês månad månader mån måned"
    " måneder kuukausi kuukautta kuukauden kk měsíc měsíce měsíců hónap hónapig месяц месяца"
    " месяцев мес",
    "week": "week weeks wk wks w semaine semaines woche wochen semana semanas settimana"
    " settimane weken tydzień tygodnie tygodni tygodnia vecka veckor uge uger viikko viikkoa"
    " viikon vk uke uker týden týdny týdnů hét неделя недели недель",
    "day": "day days d jour jours tag tage tagen día días giorno giorni gg dag dagen dzień dni"
    " dnia dia dias dagar dygn dage døgn päivä päivää päivän pv pvä dager den dny dnů dní nap"
    " napig день дня дней",
    "hour": "hour hours hr hrs h heure heures stunde stunden std hora horas ora ore uur uren"
    " godzina godziny godzin godz timme timmar tim time timer tunti tuntia tunnin timen hodina"
    " hodiny hodin óra час часа часов",
    "minute": "minute minutes min mins minuten minuto minutos minuti minuut minuuten minuta"
    " minuty minut minuter minutter minuutti minuuttia minuutin minutt perc минута минуты минут"
    " мин",
    "second": "second seconds sec secs seconde secondes sekunde sekunden sek segundo segundos"
    " secondo secondi seconden sekunda sekundy sekund sekunder sekunti sekuntia sekunnin sekunnit"
    " másodperc секунда секунды секунд сек",
}
# Abbreviations that mean something else in another language.
_UNITS_OF_LANGUAGE: Mapping[str, str] = {
    "fr": "j=day a=year sem=week",
    "de": "j=year t=day",
    "nl": "j=year u=hour",
    "es": "a=year sem=week",
    "pt": "sem=week",
    "fi": "v=year",
    "pl": "r=year",
}
_NUMBERS: Mapping[int, str] = {
    1: "a an one un une ein eine einen einem einer eines eins uno una een één um uma jeden jedna"
    " jedną jedno en ett et yksi yhden egy один одна одно одну",
    2: "two deux zwei dos due twee dwa dwie dois duas två to kaksi dva dvě kettő két",
    3: "three trois drei tres tre drie trzy três kolme tři három",
    4: "four quatre vier cuatro quattro cztery quatro fyra fire neljä čtyři négy",
    5: "five cinq fünf cinco cinque vijf pięć fem viisi pět öt",
    6: "six sechs seis sei zes sześć sex seks kuusi šest hat",
    7: "seven sept sieben siete sette zeven siedem sete sju syv seitsemän sedm hét",
    8: "eight huit acht ocho otto osiem oito åtta otte åtte kahdeksan osm nyolc",
    9: "nine neuf neun nueve nove negen dziewięć nio ni yhdeksän devět kilenc",
    10: "ten dix zehn diez dieci tien dziesięć dez tio ti kymmenen deset tíz",
    12: "twelve douze zwölf doce dodici twaalf dwanaście doze tolv kaksitoista dvanáct tizenkettő",
    13: "thirteen treize dreizehn trece tredici dertien trzynaście treze tretton tretten",
    24: "twentyfour vingtquatre vierundzwanzig veinticuatro ventiquattro vierentwintig",
}
_SESSION = """
session sessions browsersession browsersitzung sitzung sitzungen sitzungsdauer sitzungsende
sitzungscookie sessioncookie
sesión sesiones sessione sessioni sessie sessiecookie sesja sesji sesję sesyjny sesyjne sesyjna
sessão sessões sessionen sessionskaka sessionscookie istunto istunnon istuntoeväste økt økten
øktens sesjon sesjonen sessionens sessioncookies relace relační munkamenet сессия сессии сеанс
сеанса
"""
_ENDLESS = """
forever unlimited never unbegrenzt unbefristet illimité illimitée ilimitado ilimitada illimitato
illimitata onbeperkt bezterminowo bezterminowe nieograniczony obegränsad ubegrænset ubegrenset
rajoittamaton neomezená neomezeně korlátlan eternal infinite indefinite indefinitely
jamais nunca mai nooit nigdy aldrig aldri никогда
"""
_PERSISTENT = """
persistent permanent permanently dauerhaft beständig persistant persistante permanente
persistente stałe
trwałe trwały trwała permanentny stały beständigt vedvarende varig pysyvä pysyvästi
trvalý trvalé tartós állandó permanenta постоянный постоянно постоянная
"""
_CLEARED = """
deleted deletion removed cleared deletes clears löschung gelöscht effacement supprimé suppression
effacé effacés eliminación eliminado eliminada borrado cancellazione eliminazione cancellato
verwijderd verwijdering wist usunięcia eliminação exclusão raderas borttagning sletning slettes
slettet poistetaan
"""
_UNKNOWN = """
unknown undefined varies various variable varying none null unbekannt unterschiedlich variabel
variiert verschieden inconnu inconnue variables desconocido desconocida varía sconosciuto
variabile onbekend varieert nieznany nieznane różne różny desconhecido variável okänd okänt
varierar ukendt varierer ukjent tuntematon vaihtelee neznámý různé ismeretlen tbd неизвестно
"""
_BROWSER = """
browser browsers navigateur navegador przeglądarki przeglądarka przeglądarkę webbläsaren
webbläsare nettleseren nettleser browseren selain selaimen prohlížeče prohlížeč böngésző
window fenster fenêtre venster ventana finestra tab браузера
"""
_CLOSING = """
close closed closes closing quit quits quitting exit exits shut fermeture fermé fermée fermez
schließen schließt geschlossen schließung beenden beendet sluiten afsluiten sluit afsluit
gesloten cerrar cierra cierre cerrado chiusura chiude chiudere chiuso chiudi fechar fecha fechado
fechamento zamknięcia zamknięciu zamknięta stänger stängs stängning lukker lukkes lukning
suljetaan suljet sulkemiseen zavření закрытия
"""
# Between two durations: the longer one may be meant.
_EITHER = """
to till until or otherwise bis zur jusqu jusque tills indtil inntil kunnes
oder ou à hasta o u fino oppure tot of do lub até upp eller
til enintään asti tai až nebo vagy до или depending if when selon je wenn según secondo
afhankelijk zależnie between entre zwischen tussen tra
"""
_JOIN = "and et und y e en i och og ja a és plus и plusz"
# Words that change nothing.
_NOISE = """
the of for in after from expires expire expiry expiration lasts last duration lifetime length
cookie cookies is are at it its your you by on this end ends manually manual user's cache history
finishes over only during stored kept valid current user web data browsing active
date first visit set creation
manuell manuellen manuelle manuale manualmente manuellement handmatig handmatige ręcznego ręcznie
manuella manuelt manuálního
nach läuft ab der die das des dem den ende zum bis bei beim lang während gültig für dauer sie
ihren ihr er sich endet
après le la les de du d l au fin votre vous pendant durée jusqu lorsque quand à expire navigation
tras después los las el del se al su cuando hasta final duración navegación finaliza
dopo il lo gli della dello dell alla allo delle fine durata scade quando fino navigazione
na verloopt de het van bij einde eind als u je uw duur wordt tot zolang
po do koniec końca czas trwania wygasa przez
após o os as da do ao fim final duração expira quando fechar até
efter vid slut slutet när du din utgår tills på i av
udløber ved når du din afslutning slutningen indtil på i utløper etter slutten avslutning til
jälkeen kun päättyy loppuun loppu kesto
po do konce ukončení vége végéig после до конца
"""


def fold(text: str) -> str:
    """Bring words to a form that spellings share: small letters without accents."""
    text = text.casefold().translate(_LETTERS)
    if text.isascii():
        return text
    marks = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in marks if not unicodedata.combining(letter))


_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "\u2019": "'", "\u00ad": ""})


@cache
def word_units() -> Mapping[str, str]:
    """Map each word for a unit to the English one."""
    return {fold(word): unit for unit, words in _UNIT_WORDS.items() for word in words.split()}


@cache
def language_units(language: str) -> Mapping[str, str]:
    """Map the abbreviations that only one language reads so."""
    pairs = _UNITS_OF_LANGUAGE.get(language, "").split()
    return {short: unit for short, _, unit in (pair.partition("=") for pair in pairs)}


@cache
def number_words() -> Mapping[str, int]:
    """Map words for small numbers; 1 goes before, so that 'en' is not lost to a later one."""
    found: dict[str, int] = {}
    for number, words in _NUMBERS.items():
        for word in words.split():
            found.setdefault(fold(word), number)
    return found


@cache
def word_kinds() -> Mapping[str, str]:
    """Map every other word to what it does in a duration; the first kind of a word holds."""
    found: dict[str, str] = {}
    kinds = {
        "session": _SESSION,
        "endless": _ENDLESS,
        "persistent": _PERSISTENT,
        "cleared": _CLEARED,
        "unknown": _UNKNOWN,
        "browser": _BROWSER,
        "either": _EITHER,
        "closing": _CLOSING,
        "join": _JOIN,
        "noise": _NOISE,
    }
    for kind, words in kinds.items():
        for word in words.split():
            found.setdefault(fold(word), kind)
    return found
