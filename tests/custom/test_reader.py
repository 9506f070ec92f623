"""A rule of a configuration is read whole or refused with the key that is wrong."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from jsonschema.validators import Draft202012Validator

from policylint.lint.custom.reader import MOST_RULES, RESERVED, read_rules
from policylint.lint.schemas import schema_text
from policylint.lint.select import catalogue
from policylint.model.record import MisfitError
from policylint.rule import Severity
from tests.custom.conftest import RULE, declared

TEST = {"name": "t", "lines": [], "inventory": ""}
WRONG: list[tuple[Mapping[str, Any], str]] = [
    ({"code": "LIF001"}, "holds 'LIF001', and LIF is a family of policylint's own"),
    ({"code": "EVD001"}, "holds 'EVD001', and EVD is a family of policylint's own"),
    ({"code": "acm001"}, "holds 'acm001'; expected a code such as 'ACM001'"),
    ({"code": "ACM1"}, "holds 'ACM1'; expected a code such as 'ACM001'"),
    ({"code": "ACM\uff10\uff11\uff12"}, "holds 'ACM\uff10\uff11\uff12'; expected a code"),
    (
        {"name": "Fault"},
        "holds 'Fault'; expected the fault in words such as 'vendor-outside-eea'",
    ),
    ({"over": "cookie"}, "holds 'cookie'; expected one of cookies, vendors, site, consent"),
    ({"over": ["site"]}, "holds a list; expected one of cookies, vendors, site, consent"),
    ({"fault": ""}, "holds ''; expected a CEL expression"),
    ({"fault": True}, "holds 'true'; expected a CEL expression"),
    (
        {"fault": "true" + " " * 997},
        "is 1,001 characters long; expected at most 1,000",
    ),
    ({"severity": "fatal"}, "holds 'fatal'; expected error, warning or info"),
    ({"severity": 1}, "holds the number 1; expected error, warning or info"),
    ({"message": "a\x1b[31m"}, "holds U+001B, which shows nothing; expected plain text"),
    ({"message": "a\u202eb"}, "holds U+202E, which shows nothing; expected plain text"),
    ({"why": "a\u202eb\nc"}, "holds U+202E, which shows nothing; expected plain text"),
    ({"message": " "}, "is blank; expected text, or leave the line out"),
    ({"at": "a..b"}, "holds 'a..b'; expected a field such as 'country'"),
    ({"citation": "§ 4"}, "holds '§ 4'; expected a table"),
    ({"citation": {"title": "T"}}, "has no 'url'"),
    (
        {"citation": {"title": "T", "url": "ftp://a"}},
        "holds 'ftp://a'; expected a link that begins with https:// or http://",
    ),
    (
        {"citation": {"title": "T", "url": "https://a.example", "force": "law"}},
        "cannot be set: a rule of one's own is never law",
    ),
    ({"jurisdictions": []}, "holds an empty list; expected at least one code"),
    ({"jurisdictions": ["US"]}, "holds 'US', which has no pack"),
    ({"tests": [{**TEST, "lines": [0]}]}, "holds a list; expected a list of line numbers"),
    ({"tests": [{**TEST, "lines": 1}]}, "holds the number 1; expected a list of line numbers"),
    ({"tests": [{"name": "t", "lines": []}]}, "has to hold either 'inventory' or 'file'"),
    ({"tests": [{**TEST, "file": "a"}]}, "has to hold either 'inventory' or 'file'"),
    ({"tests": [{**TEST, "as-of": "soon"}]}, "holds 'soon'; expected a day written YYYY-MM-DD"),
    ({"tests": {}}, "holds a mapping; expected tables, each headed [[rules.tests]]"),
    ({"colour": 1}, "is unknown; the keys are 'code', 'name', 'over'"),
]


@pytest.mark.parametrize(("changes", "message"), WRONG, ids=[str(one) for one, _ in WRONG])
def test_a_wrong_key_is_named_with_what_was_expected(
    changes: Mapping[str, Any], message: str
) -> None:
    with pytest.raises(MisfitError) as caught:
        read_rules([{**RULE, **changes}])

    assert caught.value.message.startswith(message)
    assert caught.value.within[0] in {changes.get("code"), "ACM001"}
    assert not caught.value.within[1:] or caught.value.within[1] == next(iter(changes))


@pytest.mark.parametrize("changes", [one for one, _ in WRONG], ids=str)
def test_what_is_refused_does_not_fit_the_published_schema_either(
    changes: Mapping[str, Any],
) -> None:
    # A schema cannot count jurisdictions' packs, or look for characters that show nothing.
    if any(part in str(changes) for part in ("US'", "\\x1b", "\\u202e", "..", "soon")):
        return
    schema = json.loads(schema_text("configuration"))

    assert list(Draft202012Validator(schema).iter_errors({"rules": [RULE]})) == []
    assert list(Draft202012Validator(schema).iter_errors({"rules": [{**RULE, **changes}]})) != []


@pytest.mark.parametrize("key", sorted(RULE))
def test_what_every_rule_needs_is_asked_for(key: str) -> None:
    with pytest.raises(MisfitError, match=f"has no '{key}'"):
        read_rules([{name: value for name, value in RULE.items() if name != key}])


def test_two_rules_share_neither_code_nor_name() -> None:
    with pytest.raises(MisfitError, match="is declared twice"):
        read_rules([RULE, {**RULE, "name": "other-fault"}])
    with pytest.raises(MisfitError, match="has the name of 'ACM001'"):
        read_rules([RULE, {**RULE, "code": "ACM002"}])


def test_there_are_not_endless_rules() -> None:
    with pytest.raises(MisfitError, match="holds 501 rules; expected at most 500"):
        read_rules([RULE] * (MOST_RULES + 1))


@pytest.mark.parametrize("value", [{}, "x", [1], None, [[]]])
def test_rules_are_tables(value: Any) -> None:
    with pytest.raises(MisfitError, match="expected tables"):
        read_rules(value)


def test_every_family_of_the_catalogue_is_taken() -> None:
    assert {rule.family for rule in catalogue()} <= RESERVED


def test_a_rule_keeps_what_it_says() -> None:
    rule = declared(at="transfers.country", jurisdictions=["FR"], why=" because\n\n it is so ")

    assert (rule.at, rule.jurisdictions) == (("transfers", "country"), ("FR",))
    assert rule.severity is Severity.ERROR
    assert rule.why == "because\n\n it is so"
    assert (rule.citation.force, rule.citation.cite("en")) == ("house", "Acme charter")
