"""What an expression sees of an inventory, and what is said of a wrong one."""

from datetime import date
from typing import Any

import pytest

from policylint.errors import UsageError
from policylint.law.jurisdictions import pack
from policylint.rule import Context, Limits, NotApplicable, NotEvaluated, Problem, Rule
from tests.custom.conftest import DAY, VENDORS, bound, inventory_of

COOKIES: list[dict[str, Any]] = [
    {
        "name": "_ga",
        "category": "improvement",
        "purposes": ["audience-measurement"],
        "lifetime": "13 months",
        "retention": "14 months",
        "description": {"fr": "Compte.", "en": "Counts."},
        "vendor": "far",
        "legal_basis": {"FR": "consent", "BE": "legitimate-interests"},
        "reviewed": "2026-10-01",
        "x-ticket": "PRIV-1",
        "x-numbers": {"big": 2**70, "huge": 10**400, "odd": "\ud800", "list": [1, 2.5, None, True]},
    },
    {
        "name": "sid",
        "category": "essential",
        "purposes": ["session-state"],
        "lifetime": "session",
        "retention": {"criterion": "as long as the account"},
        "legal_basis": "contract",
    },
]
CONSENT = {"validity": "6 months", "first_layer": {"reject": "button"}}
INVENTORY = inventory_of(
    cookies=COOKIES, vendors=VENDORS, consent=CONSENT, **{"x-own": {"team": "web"}}
)


def found(rule: Rule, code: str = "FR", day: date = DAY, inventory: Any = INVENTORY) -> list[Any]:
    facts = pack(code)
    assert facts is not None
    assert rule.check is not None
    return list(rule.check(Context(inventory, facts, day, Limits())))


def holds(fault: str, over: str = "site", code: str = "FR") -> list[Any]:
    results = found(bound(over=over, fault=fault), code)
    assert all(isinstance(one, Problem) for one in results)
    return [one.at[1] if len(one.at) > 1 else one.at[0] for one in results]


@pytest.mark.parametrize(
    "fault",
    [
        "site.name == 'A site' && controller.country == 'FR'",
        "size(vendors) == 2 && vendors.far.country == 'US' && vendors['near'].country in eea",
        "size(cookies) == 2 && cookies[0].name == '_ga'",
        "cookies.exists_one(c, has(c.vendor) && vendors[c.vendor].country == 'US')",
        "consent.validity == '6 months' && consent.validity_days == 184",
        "consent.first_layer.reject == 'button' && !has(consent.first_layer.accept)",
        "consent.wall == 'none'",
        "!site.directed_at_children && !site.large_scale",
        "own['x-own'].team == 'web'",
        "jurisdiction == 'FR' && as_of == '2026-11-23'",
        "size(eea) == 30 && 'IS' in eea && 'NO' in eea && 'LI' in eea && !('CH' in eea)",
        "'GR' in eea && !('EL' in eea) && !('GB' in eea)",
        "'JP' in adequate && !('US' in adequate) && 'GB' in adequate && !('FR' in adequate)",
        "cookies[0].lifetime == '13 months' && cookies[0].lifetime_days == 397",
        "cookies[0].retention_days > 397.5 && !has(cookies[1].retention_days)",
        "cookies[1].retention == 'as long as the account'",
        "cookies[1].lifetime_days == 0",
        "cookies[0].description == 'Counts.'",
        "cookies[1].legal_basis == 'contract'",
        "cookies[0].storage == 'cookie' && cookies[0].data == [] && !has(cookies[0].recipients)",
        "cookies[0]['x-ticket'].matches('^PRIV-[0-9]+$') && !('x-ticket' in cookies[1])",
        "cookies[0]['x-numbers'].big > 1.0e20 && cookies[0]['x-numbers'].odd == '?'",
        "cookies[0]['x-numbers'].huge > 1.0e300 && cookies[0]['x-numbers'].list[2] == null",
        "timestamp(as_of + 'T00:00:00Z') - timestamp(cookies[0].reviewed + 'T00:00:00Z') > duration('24h')",
        "vendors.far.domains == ['far.example'] && vendors.near.domains == []",
    ],
)
def test_an_inventory_is_seen_as_it_is_written(fault: str) -> None:
    assert holds(fault) == ["site"]


def test_a_cookie_comes_with_its_vendor() -> None:
    assert holds("has(vendor.country) && vendor.country == 'US'", "cookies") == [0]
    assert holds("!has(vendor.country)", "cookies") == [1]


def test_a_vendor_comes_with_its_key() -> None:
    assert holds("cookies.exists(c, has(c.vendor) && c.vendor == vendor_id)", "vendors") == ["far"]


def test_what_differs_between_jurisdictions_is_judged_in_each() -> None:
    rule = bound(over="cookies", fault="cookie.legal_basis == 'consent'")
    places = [[one.at for one in found(rule, code)] for code in ("FR", "BE", "FR")]

    assert places == [[("cookies", 0)], [], [("cookies", 0)]]
    assert [
        one.message for one in found(bound(over="site", message="in {jurisdiction}"), "BE")
    ] == ["in BE"]


def test_what_does_not_differ_is_judged_once() -> None:
    rule = bound(over="site", fault="size(cookies) == 2")
    first, second = found(rule, "FR"), found(rule, "BE")

    assert first
    assert first[0] is second[0]
    assert found(rule, "FR", date(2020, 1, 1))[0] is not first[0]


def test_a_decision_on_adequacy_counts_only_in_force_and_for_its_regime() -> None:
    rule = bound(over="site", fault="'BR' in adequate")

    assert found(rule, "FR", date(2026, 1, 26))
    assert not found(rule, "FR", date(2026, 1, 25))
    assert not found(rule, "UK", date(2026, 1, 26))
    assert holds("'FR' in adequate && 'GI' in adequate", code="UK") == ["site"]


def test_where_no_list_of_adequate_countries_is_known_nothing_is_judged() -> None:
    (gap,) = found(bound(over="site", fault="'BR' in adequate"), "CH")

    assert isinstance(gap, NotEvaluated)
    assert gap.reason == "no list of adequate countries is known for CH"


@pytest.mark.parametrize(
    ("jurisdictions", "held"),
    [([], "FR UK CH EU"), (["FR"], "FR"), (["EU"], "FR EU"), (["EU", "UK"], "FR UK EU")],
)
def test_a_rule_holds_where_it_says(jurisdictions: list[str], held: str) -> None:
    rule = bound(**({"jurisdictions": jurisdictions} if jurisdictions else {}))

    assert [code for code in ("FR", "UK", "CH", "EU") if rule.scope(code, DAY)] == held.split()


@pytest.mark.parametrize("over", ["cookies", "vendors", "consent"])
def test_a_rule_without_an_entry_is_not_applicable(over: str) -> None:
    (only,) = found(bound(over=over), inventory=inventory_of())

    assert isinstance(only, NotApplicable)
    assert only.reason == f"the inventory declares no {over}"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("'{vendor.name}' in {vendor.country}", "'Far Inc.' in US"),
        ("{vendor.role}", "(none)"),
        ("{vendor.domains} {{x}}", "far.example {x}"),
        ("{site.directed_at_children} {cookies}", "false 2 of them"),
    ],
)
def test_a_message_shows_fields(template: str, message: str) -> None:
    rule = bound(fault="vendor_id == 'far'", message=template.replace(" {cookies}", " 2 of them"))

    assert [one.message for one in found(rule)] == [message]


def test_a_long_value_is_shortened_in_a_message() -> None:
    vendors = {"far": {"name": "F" * 5_000, "country": "US"}}
    (only,) = found(bound(message="{vendor.name}"), inventory=inventory_of(vendors=vendors))

    assert len(only.message) == 200


def test_a_finding_points_at_the_field_or_at_the_entry() -> None:
    places = [
        [(one.at, one.on_key) for one in found(bound(over=over, at=at) if at else bound(over=over))]
        for over, at in (("vendors", "country"), ("vendors", None), ("site", "url"))
    ]

    assert places == [
        [(("vendors", "near", "country"), False), (("vendors", "far", "country"), False)],
        [(("vendors", "near"), True), (("vendors", "far"), True)],
        [(("site", "url"), False)],
    ]


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("vendor.country ==", ", column 18: mismatched input the end"),
        ("(1 + 2", ", column 7: missing ')' at the end"),
        ("vendor.country +* 1", ", column 17: extraneous input '*'"),
        ("'é€😀' + 1 +", ", column 12: mismatched input the end"),
        ("\n  vendor.country ==\n  == 1", ", line 3, column 3: extraneous input '=='"),
        ("vendr.country == 'US'", ", column 6: undeclared reference to 'vendr.country'; the names"),
        ("nope(1)", ", column 5: undeclared reference to 'nope'; the names are vendor, vendor_id"),
        ("cookie.name == 'a'", ", column 7: undeclared reference to 'cookie.name'"),
        ("vendor_id == 1", ", column 11: '==' does not take (string, int)"),
        ("eea + 1 == 2", ", column 5: '+' does not take (list(string), int)"),
        ("size(vendors)", ": it gives a value of type int; expected true or false"),
        ("'x'", ": it gives a value of type string; expected true or false"),
        (
            "vendor.countr == 'US'",
            ", column 8: 'vendor' has no field 'countr'; did you mean 'country'?",
        ),
        (
            "has(vendor.contry)",
            ", column 12: 'vendor' has no field 'contry'; did you mean 'country'?",
        ),
        ("vendor['countri'] == 'US'", ", column 9: 'vendor' has no field 'countri'"),
        ("cookies[0].nmae == 'a'", ", column 12: it has no field 'nmae'; did you mean 'name'?"),
        ("cookies.exists(c, c.lifetme == 'a')", ", column 21: 'c' has no field 'lifetme'"),
        ("cookies.filter(c, true).exists(c, c.a == 1)", ", column 37: 'c' has no field 'a'"),
        ("vendors.near.nmae == 'a'", ", column 14: 'near' has no field 'nmae'"),
        ("consent.first_layer.rejct == 'a'", ", column 21: 'first_layer' has no field 'rejct'"),
        ("consent.retention == 'a'", ", column 9: 'consent' has no field 'retention'"),
        ("vendor['x-a'] == 1", ", column 9: 'vendor' has no field 'x-a'"),
    ],
)
def test_a_wrong_expression_is_named_with_its_column(fault: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        bound(fault=fault)

    assert caught.value.message.startswith(f"policylint.toml: rule 'ACM001': 'fault'{message}")
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        ("vendor.role == 'processor'", "there is no 'role' here; test for it with has(…) first"),
        ("vendor.country + 1 == vendor.name", "'+' does not take (string, int64)"),
        ("vendor.country", "it gives a value of type string; expected true or false"),
        ("vendor.country && true", "'&&' does not take what it is given"),
        ("vendor.name ? true : false", "a condition is neither true nor false"),
        ("1 / size(cookies) == 1", "divide by zero"),
        ("9223372036854775807 + size(vendors) == 1", "integer overflow"),
        ("vendor.name.matches('(')", "invalid regular expression: missing ): ("),
        ("cookies[7].name == 'a'", "index error: index=7 size=0"),
        ("timestamp(vendor.name) > timestamp(as_of)", "string to timestamp conversion"),
    ],
)
def test_an_expression_that_fails_is_named_with_the_entry(fault: str, why: str) -> None:
    vendors = {"far": VENDORS["far"]}
    with pytest.raises(UsageError) as caught:
        found(bound(fault=fault), inventory=inventory_of(vendors=vendors))

    start = "policylint.toml: rule 'ACM001': 'fault' fails on vendor 'far': "
    assert caught.value.message.lower().startswith((start + why).lower())
    assert caught.value.message.endswith(f"({fault})")


def test_a_cookie_that_fails_is_named_with_its_place() -> None:
    with pytest.raises(
        UsageError, match=r"fails on cookie 'sid' \(cookies\[1\]\): there is no 'vendor'"
    ):
        found(bound(over="cookies", fault="cookie.vendor == 'far'"))


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("{vendor.nme}", "'vendor' has no field 'nme'; did you mean 'name'?"),
        ("{vendor", "has a '{' alone; write it twice to show one"),
        ("a } b", "has a '}' alone; write it twice to show one"),
        ("{}", "shows '{}'; expected a field such as '{vendor.name}'"),
        ("{vendor.name!r}", "shows '{vendor.name!r}'; expected a field"),
        ("{cookie.name}", "shows '{cookie.name}'; expected a field"),
        ("{vendor.__class__}", "'vendor' has no field '__class__'"),
    ],
)
def test_a_wrong_message_is_named(message: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        bound(message=message)

    assert caught.value.message.startswith("policylint.toml: rule 'ACM001': 'message' ")
    assert told in caught.value.message


@pytest.mark.parametrize(
    ("over", "at", "told"),
    [
        ("vendors", "contry", "the entry has no field 'contry'; did you mean 'country'?"),
        ("cookies", "lifetime_days", "'lifetime_days', which stands in no inventory"),
        ("vendors", "transfers.country", "'transfers' is a list, which has no field 'country'"),
    ],
)
def test_a_wrong_place_is_named(over: str, at: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        bound(over=over, at=at)

    assert told in caught.value.message
