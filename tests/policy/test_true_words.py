"""Each sentence is true of the inventory that it is written from, in both languages."""

from collections.abc import Callable
from typing import Any

import pytest

from policylint.i18n.catalogue import catalogue
from policylint.policy.blocks import Policy

Words = Callable[..., str]
SESSION = ("A session cookie ends", "Un cookie de session prend fin")
PERSISTENT = ("A persistent cookie stays", "Un cookie persistant reste")
THIRD = ("A third-party cookie belongs", "Un cookie tiers appartient")
LANGUAGES = pytest.mark.parametrize(("position", "language"), [(0, "en"), (1, "fr")])


@pytest.mark.parametrize(
    ("purpose", "words"),
    [
        ("session-state", "maintien de votre session pendant la visite"),
        ("cashback", "remboursement par l\u2019intermédiaire d\u2019un partenaire"),
        ("country-redirect", "renvoi vers le site de votre pays"),
    ],
)
def test_a_french_purpose_sets_no_trap(purpose: str, words: str) -> None:
    assert catalogue("fr").text(f"legal.purpose.{purpose}") == words


@LANGUAGES
def test_the_list_is_said_to_state_what_it_states(
    data: Any, words: Words, position: int, language: str
) -> None:
    told = (
        "The list states the lifetime of each cookie and, where data is kept, for how long.",
        "chaque cookie et, lorsque des données sont conservées, pendant combien de temps.",
    )

    assert told[position] in words(data, language)


@pytest.mark.parametrize("kept", [(), ("session",), ("1 year",), ("session", "until-cleared")])
@LANGUAGES
def test_only_the_kinds_of_cookies_that_there_are_are_explained(
    data: Any, words: Words, position: int, language: str, kept: tuple[str, ...]
) -> None:
    data["cookies"] = [
        data["cookies"][1] | {"name": lifetime, "lifetime": lifetime} for lifetime in kept
    ]
    text = words(data, language)

    assert (SESSION[position] in text) == ("session" in kept)
    assert (PERSISTENT[position] in text) == any(one != "session" for one in kept)


def test_what_stays_until_cleared_is_not_said_to_end_with_the_session(
    data: Any, words: Words
) -> None:
    data["cookies"] = [
        data["cookies"][1],
        data["cookies"][1] | {"name": "kept", "lifetime": "until-cleared"},
    ]
    text = words(data)

    assert "All cookies on this website end" not in text
    assert "These stay until you clear them: kept." in text


@LANGUAGES
def test_the_right_against_automated_decisions_is_named_only_where_there_are_any(
    data: Any, words: Words, position: int, language: str
) -> None:
    right = (
        "a decision based solely on automated processing (Article 22 GDPR): ",
        "fondée exclusivement sur un traitement automatisé (article 22 du RGPD) : ",
    )[position]
    contest = ("contest the decision", "contester la décision")[position]
    named = words(data, language).replace("\u00a0", " ").replace("\u202f", " ")
    data["cookies"][5]["profiling"] = {"automated_decisions": False}
    without = words(data, language)

    assert right in named
    assert contest in named
    assert contest not in without


@pytest.mark.parametrize(
    ("jurisdictions", "told"),
    [
        (["UK"], "Safeguards for automated decision-making (Article 22C UK GDPR): "),
        (["FR", "UK"], "except on automated decisions, where its Articles 22A to 22D apply."),
    ],
)
def test_british_law_on_automated_decisions_has_its_own_articles(
    data: Any, words: Words, jurisdictions: list[str], told: str
) -> None:
    data["site"]["jurisdictions"] = jurisdictions

    assert told in words(data)


@LANGUAGES
def test_without_a_way_to_withdraw_the_section_is_left_out(
    data: Any, write: Callable[..., Policy], words: Words, position: int, language: str
) -> None:
    del data["consent"]["withdrawal"]["entry_point"]
    policy, text = write(data, language), words(data, language)
    told = (
        "you can withdraw your consent at any time; write to us: privacy@",
        "vous pouvez retirer votre consentement à tout moment ; écrivez-nous : privacy@",
    )[position]

    assert "withdrawal" not in dict(policy.document.sections())
    assert ("withdrawal", "the whole section", "declare 'consent.withdrawal.entry_point'") in {
        (one.section, one.clause, one.reason) for one in policy.left_out
    }
    assert told in text.replace("\u00a0", " ").replace("\u202f", " ")


@LANGUAGES
def test_with_no_way_and_no_contact_nothing_is_promised_at_any_time(
    data: Any, words: Words, position: int, language: str
) -> None:
    del data["consent"]["withdrawal"]["entry_point"]
    del data["controller"]["email"], data["controller"]["address"]

    assert ("at any time", "à tout moment")[position] not in words(data, language)


@LANGUAGES
def test_a_withdrawal_without_effect_is_told(
    data: Any, words: Words, position: int, language: str
) -> None:
    data["consent"]["withdrawal"] |= {"clears": False, "informs_vendors": False}
    text = words(data, language)

    for told in (
        (
            "Withdrawing does not delete the cookies: delete them in your browser.",
            "Le retrait ne supprime pas les cookies : supprimez-les dans votre navigateur.",
        ),
        (
            "We do not inform the companies that received your data.",
            "Nous n'en informons pas les sociétés qui ont reçu vos données.",
        ),
    ):
        assert told[position] in text


@LANGUAGES
def test_recognition_on_other_sites_is_told(
    data: Any, words: Words, position: int, language: str
) -> None:
    told = (
        "it recognises you on other companies' sites too",
        "il vous reconnaît aussi sur les sites d'autres sociétés",
    )[position]
    without = words(data, language)
    data["cookies"][5]["cross_site"] = True

    assert told not in without
    assert told in words(data, language)


@LANGUAGES
def test_a_transfer_without_a_safeguard_says_so_and_offers_no_copy(
    data: Any, write: Callable[..., Policy], words: Words, position: int, language: str
) -> None:
    transfers = data["vendors"]["pulse"]["transfers"]
    transfers[0] = {"country": "US", "mechanism": "none"}
    alone = words(data, language)
    transfers.append({"country": "CA", "mechanism": "scc"})

    assert ("no safeguard is declared", "aucune garantie n'est déclarée")[position] in alone
    assert ("copy of the", "copie des")[position] not in alone
    assert (
        "a copy of these safeguards (Pulse Inc., Canada)",
        "une copie de ces garanties (Pulse Inc., Canada)",
    )[position] in words(data, language)
    assert ("the safeguard of a transfer", "declare a 'transfers.mechanism' other than 'none'") in {
        (one.clause, one.reason) for one in write(data, language).left_out
    }


@pytest.mark.parametrize(
    ("count", "english", "french"),
    [
        (0, "", ""),
        (1, "It takes one click.", "Il suffit d'un clic."),
        (2, "It takes 2 clicks.", "Il suffit de 2 clics."),
    ],
)
def test_clicks_are_counted_in_words(
    data: Any, words: Words, count: int, english: str, french: str
) -> None:
    data["consent"]["clicks"]["withdraw"] = count

    for language, told, stem in (("en", english, "It takes"), ("fr", french, "Il suffit")):
        text = words(data, language)
        assert told in text
        assert (stem in text) == bool(told)


@LANGUAGES
def test_the_content_of_another_host_is_no_third_party_cookie(
    data: Any, words: Words, position: int, language: str
) -> None:
    data["cookies"][5]["storage"] = "resource"
    text = words(data, language)

    assert ("third-party content", "contenu tiers")[position] in text
    assert THIRD[position] not in text
    assert ("Third party: third party", "Interne ou tiers : cookie tiers")[position] not in text
