"""What browsers saw, as the entries of a draft."""

from typing import Any

from policylint.exchange.draft import Draft
from policylint.exchange.first.classify import classify, gaps
from policylint.exchange.first.seen import Seen, contacted, draft_of


def seen(name: str, **facts: Any) -> Seen:
    facts = {"storage": "cookie", "domain": "a.example", "party": "first", **facts}
    return Seen(name=name, origin="seen in seen.har", **facts)


def drafted(*several: Seen) -> Draft:
    return draft_of(several, "seen.har", "HAR")


def fields(draft: Draft, index: int = 0) -> dict[str, Any]:
    return {field: told.value for field, told in draft.cookies[index].fields.items()}


def test_a_first_party_cookie_keeps_what_was_seen_of_it() -> None:
    draft = drafted(seen("_x", secure=True, same_site="Lax", lifetime="1 day", set_by="http"))

    assert fields(draft) == {
        "name": "_x",
        "lifetime": "1 day",
        "party": "first",
        "secure": True,
        "same_site": "Lax",
        "set_by": "http",
    }
    assert {told.origin for told in draft.cookies[0].fields.values()} == {"seen in seen.har"}


def test_a_third_party_cookie_keeps_its_host_and_the_vendor_that_it_belongs_to() -> None:
    draft = drafted(seen("zz", domain="px.ads.linkedin.com", party="third"))

    assert fields(draft)["domain"] == "px.ads.linkedin.com"
    assert fields(draft)["vendor"] in draft.vendors
    assert draft.cookies[0].fields["vendor"].origin.startswith("catalogue: the host is theirs")


def test_names_of_one_pattern_become_one_entry_with_the_longest_lifetime() -> None:
    draft = drafted(
        seen("_ga_AAA111", lifetime="1 day", lifetime_seconds=86_400),
        seen("_ga_BBB222", lifetime="2 days", lifetime_seconds=172_800, secure=True),
    )

    assert [entry.name for entry in draft.cookies] == ["_ga_*"]
    assert fields(draft)["lifetime"] == "2 days"
    assert "secure" not in fields(draft)
    assert draft.cookies[0].remarks[0].startswith("name: the catalogue's pattern (")


def test_a_name_that_is_an_identifier_is_left_out_unnamed() -> None:
    draft = drafted(seen("7f000001-0000-4000-8000-00805f9b34fb"))

    assert draft.cookies == []
    assert [one.what for one in draft.left_out] == ["a cookie of a.example"]


def test_what_was_there_before_a_choice_is_remarked() -> None:
    draft = drafted(seen("_x", is_before_choice=True))

    assert draft.cookies[0].remarks == ["it was there before the visitor chose anything"]


def test_an_odd_word_for_same_site_is_not_repeated() -> None:
    assert "same_site" not in fields(drafted(seen("_x", same_site="Whatever")))


def test_the_catalogue_sorts_a_distinctive_name() -> None:
    draft = drafted(seen("_ga"))
    classify(draft)

    found = fields(draft)
    assert found["category"] == "improvement"
    assert found["purposes"] == ["audience-measurement"]
    assert {"name", "country"} <= draft.vendors[found["vendor"]].keys()
    assert draft.cookies[0].fields["category"].origin.startswith("catalogue: ")
    assert draft.cookies[0].fields["category"].origin.endswith(": analytics")


def test_a_bare_name_is_not_sorted() -> None:
    for name in ("sid", "_s", "u"):
        draft = drafted(seen(name))
        classify(draft)

        assert not fields(draft).keys() & {"category", "purposes", "vendor"}


def test_nothing_about_consent_or_law_is_taken_from_the_catalogue() -> None:
    draft = drafted(seen("_ga"), seen("PHPSESSID"), seen("_fbp"))
    classify(draft)

    told = {field for entry in draft.cookies for field in entry.fields}
    assert told <= {"name", "category", "purposes", "vendor", "party"}
    of_vendors = {field for vendor in draft.vendors.values() for field in vendor}
    assert of_vendors <= {"name", "country", "privacy_policy"}


def test_a_claim_that_the_catalogue_contradicts_stays_and_is_remarked() -> None:
    from policylint.exchange.draft import Told

    draft = drafted(seen("_ga"))
    draft.cookies[0].fields["category"] = Told("essential", "klaro.js line 3")
    classify(draft)

    assert fields(draft)["category"] == "essential"
    assert any(
        one.startswith("category: catalogue: ") and one.endswith(" says 'analytics'")
        for one in draft.cookies[0].remarks
    )


def test_gaps_name_the_finding_that_asks() -> None:
    draft = drafted(seen("mystery", lifetime="1 day"))

    assert list(gaps(draft.cookies[0])) == [
        (
            "not known here, and 'policylint check' asks for it: category (DOC002), purposes (DOC002),"
            " description (INV001)"
        )
    ]


def test_hosts_of_vendors_that_stored_nothing_are_told() -> None:
    told = list(
        contacted(
            [("www.googletagmanager.com", 2), ("cdn.unknown.example", 1), ("c.clarity.ms", 1)],
            iter(["clarity.ms"]),
        )
    )

    assert len(told) == 1
    assert told[0].startswith("www.googletagmanager.com of ")
    assert told[0].endswith(" was asked 2 times, and stored nothing that was seen")
