"""What columns of cookie tables are called, in fifteen languages."""

from collections.abc import Mapping
from functools import cache

from policylint.exchange.duration_words import fold

_COLUMNS: Mapping[str, str] = {
    "name": """
        name, cookie, cookies, cookie name, name of cookie, name of the cookie, cookie id name, key,
        key name, cookie / data key name, tracker, identifier, cookie key, storage key,
        cookiename, name des cookies, cookie-name, cookie-bezeichnung, bezeichnung, schlussel,
        nom, nom du cookie, nom des cookies, cle, traceur, identifiant,
        nombre, nombre de la cookie, nombre de cookie, clave, identificador,
        nome, nome del cookie, nome cookie, chiave, nome do cookie, chave,
        naam, naam cookie, naam van de cookie, naam van het cookie, cookienaam, sleutel,
        nazwa, nazwa cookie, nazwa pliku cookie, nazwa ciasteczka, klucz,
        namn, kakans namn, namn pa kakan, cookiens namn, nyckel, kaka,
        navn, cookienavn, navn pa cookie, informasjonskapsel, nokkel,
        nimi, evasteen nimi, evaste, avain, nazev, nazev cookie, nazev souboru cookie, klic,
        nev, suti neve, suti, kulcs, имя, название, имя файла cookie, ключ""",
    "domain": """
        domain, domains, host, hosts, hostname, cookie domain, domain name, site,
        domaine, hote, dominio, domein, domena, doman, domane, verkkotunnus, vert, doména,
        domen, домен""",
    "provider": """
        provider, providers, vendor, company, owner, set by, cookie provider, service provider,
        publisher, third party, source, responsible party, data controller,
        issuer, placed by, supplier, organisation, organization, controller,
        anbieter, herausgeber, hersteller, unternehmen, gesetzt von, empfanger,
        fournisseur, proprietaire, emetteur, editeur, societe, responsable, depose par,
        proveedor, titular, propietario, empresa, gestor, entidad,
        fornitore, titolare, proprietario, gestore, terza parte, societa,
        aanbieder, eigenaar, leverancier, partij, geplaatst door, bedrijf,
        dostawca, wlasciciel, podmiot, fornecedor, proprietario, entidade,
        leverantor, utfardare, foretag, udbyder, ejer, leverandor, virksomhed,
        tarjoaja, palveluntarjoaja, palveluntuottaja, tilbyder, eier,
        poskytovatel, provozovatel, szolgaltato, поставщик, провайдер""",
    "service": "service, platform, product, application, dienst, produkt, plattform, servizio,"
    " servicio, servico, tjeneste, tjanst, palvelu, usluga, sluzba, сервис",
    "category": """
        category, categories, group, cookie category, cookie group, classification, consent group,
        kategorie, kategorien, gruppe, cookie-kategorie, categorie, categories, groupe, classe,
        categoria, grupo, gruppo, groep, kategoria, grupa, kategori, grupp, ryhma, luokka,
        kategorie cookie, skupina, csoport, категория, группа""",
    "lifetime": """
        duration, expiry, expires, expiration, expires after, expires in, lifespan, lifetime,
        life span, validity, max age, max-age, retention, retention period, expiry date, term,
        storage period, storage duration, cookie duration, period, expiration date, cookie expiry,
        lifetime iso8601, storage time, maximum duration, time to live, ttl, length, valid for,
        dauer, laufzeit, ablauf, ablaufdatum, gultigkeit, gultigkeitsdauer, speicherdauer,
        lebensdauer, speicherfrist, aufbewahrungsdauer, lauft ab,
        duree, duree de vie, expiration, duree de conservation, duree de stockage, validite, delai,
        date d'expiration, duree de validite,
        duracion, caducidad, vencimiento, expiracion, plazo, validez, vigencia, periodo,
        durata, scadenza, validita, periodo di conservazione, durata del cookie,
        duur, verloopdatum, looptijd, bewaartermijn, vervaldatum, geldigheid, levensduur, verloopt,
        opslagduur, geldigheidsduur, vervalt,
        okres, czas trwania, waznosc, wygasa, okres przechowywania, czas przechowywania,
        duracao, validade, prazo, expiracao, expira, periodo de validade,
        varaktighet, giltighet, giltighetstid, lagringstid, utgar, livslangd, upphor,
        varighed, udlob, udlober, levetid, opbevaringstid, gyldighed,
        kesto, voimassaolo, voimassaoloaika, vanhenee, sailytysaika, vanheneminen,
        varighet, utlop, utloper, gyldighet, oppbevaringstid, lagringsperiode,
        doba, platnost, trvani, doba trvani, doba platnosti, vyprseni, expirace,
        lejarat, idotartam, elettartam, ervenyesseg,
        срок, срок действия, срок хранения, длительность""",
    "description": """
        description, purpose, purpose of cookie, details, what it does, use, usage, function, why,
        purpose description, cookie description, information, more information, functionality,
        purpose / description, description / purpose, desc, used for,
        zweck, beschreibung, verwendungszweck, funktion, erklarung, verwendung, zweck des cookies,
        finalite, finalites, but, objet, utilisation, description et finalite, fonction, usage,
        descripcion, finalidad, proposito, funcion, uso, para que sirve,
        descrizione, scopo, finalita, funzione, utilizzo,
        omschrijving, beschrijving, doel, functie, doeleinde, gebruik, uitleg, toelichting,
        opis, cel, przeznaczenie, funkcja, descricao, finalidade, proposito, funcao,
        beskrivning, syfte, andamal, funktion, beskrivelse, formal, anvendelse, funksjon,
        kuvaus, tarkoitus, kayttotarkoitus, ucel, popis, funkce, cel, leiras, funkcio,
        описание, цель, назначение""",
    "storage": """
        storage, storage type, storage method, technology, speicherart, technologie, opslagtype,
        type de stockage, tipo de almacenamiento, tipo di archiviazione, teknik, tecnologia""",
    "type": """
        type, cookie type, type of cookie, tracker type,
        kind, typ, art, cookie-typ, cookietyp, type de cookie, nature,
        tipo, tipo de cookie, tipo di cookie, tipologia, soort, soort cookie, rodzaj, typ pliku,
        typ av kaka, cookietype, tyyppi, typ cookie, druh, tipus, тип""",
    "party": """
        party, first/third party, first or third party, 1st/3rd party, first party / third party,
        thirdparty, erst-/drittanbieter, first / third party""",
    "claim": "claim",
    "purposes": "purposes",
    "path": "path, pfad, chemin, ruta, percorso, pad, cookie path",
    "secure": "secure",
    "http_only": "httponly, http only, http_only",
    "same_site": "samesite, same site, same_site",
    "policy": """
        privacy policy, privacy url, privacy link, user privacy & gdpr rights portals,
        provider privacy policy, privacyurl, cookie policy link, datenschutzerklarung""",
    "country": "vendor country, country",
    "match": "match, wildcard match, wildcard",
    "value": """
        value, cookie value, example value, example, wert, cookie-wert, valeur, valor, valore,
        waarde, wartosc, varde, vaerdi, verdi, arvo, hodnota, ertek, значение""",
}
_LASTING = (
    *("storage duration", "durat", "dauer", "duree", "durac", "laufzeit", "expir", "ablauf"),
    *(
        "scadenz",
        "caducidad",
        "vencimiento",
        "validade",
        "verval",
        "verloop",
        "bewaar",
        "opslagduur",
    ),
    *("przechowywania", "waznosc", "lagringstid", "lagringsperiode", "opbevarings", "gyldighed"),
    *("utlop", "udlob", "sailyt", "voimassa", "enimmaiskest", "platnost", "lejarat", "срок"),
)
"""Parts of words that only a column of lifetimes has in its header."""
FIELDS = tuple(_COLUMNS)
"""What a column may be mapped to; a `value` is dropped."""


@cache
def column_words() -> Mapping[str, str]:
    """Map what a column may be called, folded, to its field; the first field of a word holds."""
    found: dict[str, str] = {}
    for field, words in _COLUMNS.items():
        found[folded(field)] = field
        for word in words.split(","):
            found.setdefault(folded(word), field)
    return found


def field_of(header: str) -> str | None:
    """Find the field of a header, None for one that is not known."""
    words = folded(header)
    found = column_words().get(words)
    if found is None and any(stem in words for stem in _LASTING):
        return "lifetime"
    return found


def folded(text: str) -> str:
    """Fold a header: small letters, no accents, one blank between words, no end marks."""
    words = fold(text[:200]).replace("_", " ").split()
    return " ".join(words).strip(" :*.?#")
