"""Shapes of jazzband/django-cookie-consent 07d454b, `fixtures/common_cookies.json`."""

from tests.exchange.drafts import Shown, cookies, drafted, faults, left_out

GROUP = "cookie_consent.cookiegroup"
COOKIE = "cookie_consent.cookie"


def group(key: object, varname: str, *, required: bool) -> Shown:
    return {"model": GROUP, "pk": key, "fields": {"varname": varname, "is_required": required}}


def cookie(name: str, key: object, **fields: object) -> Shown:
    return {
        "model": COOKIE,
        "fields": {"name": name, "cookiegroup": key, "path": "/", "domain": "", **fields},
    }


def test_a_group_says_whether_consent_is_asked_and_sometimes_what_for() -> None:
    draft = drafted(
        "django_fixture",
        [
            group(1, "required", required=True),
            group(2, "analytics", required=False),
            cookie("sessionid", 1, description="Session id."),
            cookie("_ga", 2, domain=".shop.example", path="/shop/"),
        ],
    )

    assert cookies(draft) == [
        {"name": "sessionid", "description": "Session id.", "category": "essential"},
        {
            "name": "_ga",
            "domain": "shop.example",
            "path": "/shop/",
            "category": "improvement",
            "consent": "opt-in",
            "purposes": ["audience-measurement"],
        },
    ]
    assert draft.cookies[0].remarks == ["purposes: the group 'required' does not tell them"]
    assert left_out(draft) == [("lifetimes", "the format has none")]


def test_a_cookie_may_refer_to_its_group_by_name() -> None:
    draft = drafted(
        "django_fixture",
        [group(None, "ads", required=False), cookie("a", ["ads"]), cookie("b", "ads")],
    )

    assert [entry["purposes"] for entry in cookies(draft)] == [["advertising"]] * 2


def test_a_cookie_of_a_foreign_host_belongs_to_the_vendor_that_is_known_there() -> None:
    draft = drafted(
        "django_fixture", [group(1, "x", required=False), cookie("a", 1, domain=".hotjar.com")]
    )

    assert cookies(draft)[0]["vendor"] == "hotjar"


def test_a_group_that_is_missing_or_silent_leaves_the_category_open() -> None:
    silent = {"model": GROUP, "pk": 1, "fields": {"varname": "x"}}
    draft = drafted("django_fixture", [silent, cookie("a", 1), cookie("b", 7)])

    assert [entry.remarks[0] for entry in draft.cookies] == [
        "category: its group does not say whether it is required",
        "category: its group is not in the file",
    ]


def test_what_cannot_be_an_entry_is_told() -> None:
    text = (
        '[{"model": "cookie_consent.cookiegroup", "pk": 1, "fields": {"varname": "ads"}}, '
        '{"model": "auth.user", "fields": {"password": "secret"}}, '
        '{"model": "cookie_consent.cookie", "fields": {"name": "*"}}]'
    )
    draft = drafted("django_fixture", text)

    assert left_out(draft)[:2] == [
        ("an object of auth.user", "expected cookie_consent.cookie or cookie_consent.cookiegroup"),
        ("'*'", "the pattern stands for every name there is"),
    ]
    assert faults(draft, text) == [
        (
            "IMP007",
            '{"model": "cookie_consent.cookiegroup", "pk": 1, "fields": {"varname": "ads"}}',
            "the group 'ads' has no cookie",
        )
    ]
