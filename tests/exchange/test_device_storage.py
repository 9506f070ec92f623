"""Shapes and traps of real disclosures (Prebid.js 11.36, metadata/modules), with names of our own."""

import pytest

from policylint.exchange import device_storage
from policylint.exchange.source import Source
from tests.exchange.drafts import cookies, drafted, faults, left_out, vendors


def disclosed(*items: object, **rest: object) -> dict[str, object]:
    return {"disclosures": list(items), **rest}


def item(name: str = "a_id", **fields: object) -> dict[str, object]:
    return {"identifier": name, "type": "cookie", "maxAgeSeconds": 86400, "purposes": [1], **fields}


def test_an_identifier_is_read_with_all_that_it_tells() -> None:
    draft = drafted(
        "device_storage",
        disclosed(
            item(
                maxAgeSeconds=34190000,
                cookieRefresh=True,
                domain="*.a-ads.example",
                purposes=[1, 2, 4, 7, 10],
                specialPurposes=[1],
                description="Counts <b>adverts</b> &amp; clicks.",
            )
        ),
    )

    assert cookies(draft) == [
        {
            "name": "a_id",
            "domain": "a-ads.example",
            "purposes": [
                *("advertising", "ad-measurement", "product-development"),
                *("fraud-prevention", "bot-detection"),
            ],
            "profiling": {"advertising": True},
            "category": "improvement",
            "lifetime": "395 days 17 hours 13 minutes 20 seconds",
            "renewal": "rolling",
            "description": "Counts adverts & clicks.",
        }
    ]
    assert draft.cookies[0].fields["lifetime"].origin == "foreign.json line 6"


def test_a_vendor_is_known_by_the_hosts_of_the_disclosure() -> None:
    draft = drafted(
        "device_storage",
        disclosed(item("a"), domains=[{"domain": "*.hotjar.com", "use": "adverts"}]),
    )

    assert cookies(draft)[0]["vendor"] == "hotjar"
    assert vendors(draft)["hotjar"]["domains"] == ["hotjar.com"]


def test_a_disclosure_without_a_known_host_says_that_its_vendor_is_open() -> None:
    draft = drafted("device_storage", disclosed(item()))

    assert "vendor" not in cookies(draft)[0]
    assert left_out(draft) == [
        ("how this site asks for consent", "a vendor cannot know it"),
        ("the vendor", "the file does not name it; entries without one count as the site's own"),
    ]


def test_a_collection_of_disclosures_knows_vendors_by_the_addresses() -> None:
    draft = drafted(
        "device_storage",
        {"disclosures": {"https://www.hotjar.com/s.json": disclosed(item("a"))}},
    )

    assert cookies(draft)[0]["vendor"] == "hotjar"


def test_the_claim_of_an_exemption_is_told_and_not_taken_over() -> None:
    draft = drafted("device_storage", disclosed(item(purposes=[2])))

    assert "category" not in cookies(draft)[0]
    assert draft.cookies[0].remarks == [
        (
            "category: purpose 1 is missing, so the vendor claims that no consent is needed; "
            "whether that holds for this site is for you to say"
        )
    ]


def test_access_to_the_device_alone_is_no_purpose() -> None:
    draft = drafted("device_storage", disclosed(item()))

    assert "purposes" not in cookies(draft)[0]
    assert draft.cookies[0].remarks == [
        "purposes: the disclosure names none besides access to the device"
    ]


def test_a_purpose_that_does_not_exist_is_shown_where_it_stands() -> None:
    text = '{"disclosures": [{"identifier": "a", "type": "web", "purposes": [1, 670, "x", true]}]}'
    draft = drafted("device_storage", text)

    assert faults(draft, text) == [
        ("IMP005", shown, f"the purposes of 'a' hold {shown}; expected 1 to 11")
        for shown in ("670", '"x"', "true")
    ]


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2592000000", "which as seconds is 30,000 days; milliseconds would be 30 days"),
        ("86400000", "which as seconds is 1,000 days; milliseconds would be 1 day"),
        ("31556952000", "which as seconds is 365,242 days; milliseconds would be 365 days 5 hours"),
        ("-100", "which lists before 2021 wrote for no cookies"),
        ("-1", "which is negative"),
        ('"a year"', "which is no whole number"),
        ("1.5", "which is no whole number"),
    ],
)
def test_a_lifetime_that_cannot_be_meant_is_a_fault_and_no_value(written: str, why: str) -> None:
    text = (
        '{"disclosures": [{"identifier": "a", "type": "cookie", "purposes": [1, 2], '
        f'"maxAgeSeconds": {written}}}]}}'
    )
    draft = drafted("device_storage", text)

    assert "lifetime" not in cookies(draft)[0]
    [(code, shown, message)] = faults(draft, text)
    assert (code, shown) == ("IMP005", written)
    assert message.startswith(f"the maxAgeSeconds of 'a' is {written}, {why}")


@pytest.mark.parametrize(
    ("seconds", "lifetime"),
    [(0, "session"), (1, "1 second"), (63072000, "730 days"), (33696000, "390 days")],
)
def test_seconds_are_written_in_words_that_keep_them_exact(seconds: int, lifetime: str) -> None:
    draft = drafted("device_storage", disclosed(item(maxAgeSeconds=seconds)))

    assert cookies(draft)[0]["lifetime"] == lifetime


def test_web_storage_has_no_age_and_says_which_kind_it_may_be() -> None:
    draft = drafted("device_storage", disclosed(item(type="web", maxAgeSeconds=31536000)))

    assert cookies(draft) == [
        {"name": "a_id", "storage": "local-storage", "category": "improvement"}
    ]
    assert draft.cookies[0].remarks == [
        "storage: 'web' may also be session storage or IndexedDB",
        "purposes: the disclosure names none besides access to the device",
        "lifetime: maxAgeSeconds is 31536000, and this is no cookie",
    ]


def test_names_with_stars_and_placeholders_are_patterns_and_a_star_alone_is_none() -> None:
    draft = drafted("device_storage", disclosed(item("sa_*_sid"), item("_gac_<wpid>"), item("*")))

    assert [entry["name"] for entry in cookies(draft)] == ["sa_*_sid", "_gac_*"]
    assert draft.cookies[1].remarks[0] == (
        "name: the file has '_gac_<wpid>', a placeholder for any text"
    )
    assert ("'*'", "the pattern stands for every name there is") in left_out(draft)


def test_storage_that_keeps_a_refusal_is_a_choice() -> None:
    draft = drafted("device_storage", disclosed(item(purposes=[], optOut=True)))

    assert cookies(draft)[0]["purposes"] == ["consent-choice"]


def test_an_empty_disclosure_is_one_if_it_lists_hosts() -> None:
    hosts = [{"domain": "*.a-ads.example", "use": "adverts"}]

    assert device_storage.recognises(Source("a.json", '{"disclosures": [], "domains": []}'))
    assert not device_storage.recognises(Source("a.json", '{"disclosures": []}'))
    assert left_out(drafted("device_storage", disclosed(domains=hosts))) == [
        ("'*.a-ads.example' of domains", "hosts of the vendor, which no known vendor answers for")
    ]


def test_a_type_that_does_not_exist_is_left_out_with_the_reason() -> None:
    draft = drafted("device_storage", disclosed(item(type="flash")))

    assert ("'a_id'", "its type is 'flash'; expected 'cookie', 'web' or 'app'") in left_out(draft)
