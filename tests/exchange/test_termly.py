"""The shape that CookieBlock's crawler reads from Termly (`termly_commands.py`), values of ours."""

from tests.exchange.drafts import Shown, cookies, drafted, vendors


def cookie(name: str, **fields: object) -> Shown:
    return {
        "name": name,
        "tracker_type": "http_cookie",
        "expire": "1 year",
        "value": "a-planted-value",
        "url": "https://shop.example/?token=a-planted-value",
        "en_us": "Counts visits.",
        **fields,
    }


def test_a_cookie_is_read_with_its_vendor_and_without_its_value() -> None:
    service = {"service": "Hotjar", "service_policy_link": "https://www.hotjar.com/privacy/"}
    draft = drafted(
        "termly", {"cookies": {"analytics": [cookie("_hj", domain=".shop.example", **service)]}}
    )

    assert cookies(draft) == [
        {
            "name": "_hj",
            "domain": "shop.example",
            "vendor": "hotjar",
            "description": "Counts visits.",
            "lifetime": "1 year",
            "category": "improvement",
            "consent": "opt-in",
            "purposes": ["audience-measurement"],
        }
    ]
    assert vendors(draft)["hotjar"]["name"] == "Hotjar Ltd"
    assert "a-planted-value" not in repr(vars(draft))


def test_each_category_says_what_it_says_and_no_more() -> None:
    categories = ["essential", "performance", "social_networking", "unclassified", "odd"]
    draft = drafted("termly", {"cookies": {name: [cookie(name)] for name in categories}})

    told = [(entry.get("category"), entry.get("purposes")) for entry in cookies(draft)]
    assert told == [
        ("essential", None),
        ("improvement", None),
        ("improvement", None),
        (None, None),
        (None, None),
    ]
    assert draft.cookies[4].remarks == [
        "category: 'odd' says nothing of consent",
        "purposes: 'odd' does not tell them",
    ]


def test_kinds_of_storage_are_told_apart_and_an_unknown_one_is_left_open() -> None:
    kinds = ["server_cookie", "html_local_storage", "pixel_tracker", "odd"]
    draft = drafted(
        "termly", {"cookies": {"essential": [cookie(kind, tracker_type=kind) for kind in kinds]}}
    )

    assert [entry.get("storage") for entry in cookies(draft)] == [
        *(None, "local-storage", "pixel", None)
    ]
    assert draft.cookies[3].remarks[0] == "storage: 'odd' is not a kind we know"


def test_a_duration_that_says_nothing_is_remarked() -> None:
    draft = drafted("termly", {"cookies": {"essential": [cookie("a", expire="persistent")]}})

    assert "lifetime" not in cookies(draft)[0]
    assert draft.cookies[0].remarks[0].startswith("lifetime: 'persistent'")
