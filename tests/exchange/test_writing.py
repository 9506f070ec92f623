import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from policylint.exchange.draft import Draft, Entry, Told
from policylint.exchange.fitting import fit
from policylint.exchange.writing import MOST_LISTED, inventory_text
from policylint.exchange.yaml_text import comment, inline, scalar
from policylint.lint.starter import STARTER
from policylint.lint.suppressions import _MAYBE
from policylint.model.cookie import Cookie
from policylint.source.load import load

LINE = "klaro.js line 3"
ANY = st.text(st.characters(exclude_categories=["Cs"]))


def draft_of(**fields: Any) -> Draft:
    draft = Draft("klaro.js", "Klaro configuration")
    draft.cookies.append(Entry({key: Told(value, LINE) for key, value in fields.items()}))
    return draft


def read_back(text: str) -> Any:
    document = load("cookies.yaml", text.encode())
    assert document.flaws == ()
    return document.data


@given(ANY)
def test_every_text_reads_back_as_it_was(text: str) -> None:
    assert read_back(f"- {scalar(text)}  # x\n- [{scalar(text, flow=True)}, b]\n") == [
        text,
        [text, "b"],
    ]


DATA = st.recursive(
    st.booleans() | st.integers(-(10**9), 10**9) | ANY,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY, inner, max_size=3),
    max_leaves=8,
)


@given(DATA)
def test_every_value_reads_back_from_one_line(value: Any) -> None:
    assert read_back(f"a: {inline(value)}\n") == {"a": value}


@given(st.text(), st.lists(st.text()), st.text())
def test_no_name_and_no_remark_escapes_from_its_comment(
    path: str, remarks: list[str], reason: str
) -> None:
    draft = draft_of(name="_ga", lifetime="13 months")
    draft.path = path
    draft.cookies[0].fields["lifetime"] = Told("13 months", path)
    draft.cookies[0].remarks += remarks
    draft.notes += remarks

    text = inventory_text(draft, [reason])

    assert read_back(text) == {"version": 1, "cookies": [{"name": "_ga", "lifetime": "13 months"}]}


@given(st.sampled_from(["", "#", "x #", "# #"]), st.sampled_from(["policylint", "POLICYLINT"]))
def test_no_foreign_word_is_an_order_to_policylint(before: str, name: str) -> None:
    written = comment(f"{before} {name}: ignore[INV002] because I say so")

    assert not re.search(_MAYBE, written, re.IGNORECASE)


def test_fields_stand_in_the_order_of_the_format_each_with_its_origin() -> None:
    draft = draft_of(
        lifetime="13 months",
        purposes=["advertising"],
        name="_ga_*",
        description={"en": "a: b", "fr": "c"},
    )
    draft.cookies[0].remarks.append("vendor: nobody is named")
    draft.consent["validity"] = Told("120 days", LINE)
    draft.vendors["google"] = {"name": Told("Google Ireland Limited", LINE)}
    fit(draft)

    lines = inventory_text(draft, ["klaro.js line 9: 'x': it has no name"]).splitlines()

    assert lines[0] == STARTER.splitlines()[0]
    assert lines[3:] == [
        "version: 1",
        "",
        "consent:",
        "  validity: 120 days  # klaro.js line 3",
        "",
        "vendors:",
        "  google:",
        "    name: Google Ireland Limited  # klaro.js line 3",
        "",
        "cookies:",
        "  - name: _ga_*  # klaro.js line 3"
        if scalar("_ga_*") == "_ga_*"
        else '  - name: "_ga_*"  # klaro.js line 3',
        "    purposes: [advertising]  # klaro.js line 3",
        "    description:  # klaro.js line 3",
        '      en: "a: b"',
        "      fr: c",
        "    lifetime: 13 months  # klaro.js line 3",
        "    # vendor: nobody is named",
        "    # category: the file does not say it",
        "",
        "# Not imported, and why:",
        "# - klaro.js line 9: 'x': it has no name",
    ]


def test_the_order_is_that_of_the_page_on_the_format() -> None:
    assert list(Cookie.__annotations__)[:5] == [
        "name",
        "category",
        "purposes",
        "description",
        "lifetime",
    ]


def test_what_no_inventory_can_hold_is_left_out_and_told() -> None:
    draft = draft_of(name="_ga", lifetime="forever", secure="yes", colour="red", **{"x-id": 1})
    draft.cookies += [Entry({"name": Told("*", LINE)}), Entry({"path": Told("/", LINE)})]
    draft.consent["validity"] = Told("0 days", LINE)

    fit(draft)

    assert [list(entry.fields) for entry in draft.cookies] == [["name", "x-id"]]
    assert draft.consent == {}
    told = {one.what: one.why for one in draft.left_out}
    assert list(told) == [
        "validity of consent",
        "lifetime of '_ga'",
        "secure of '_ga'",
        "colour of '_ga'",
        "'*'",
        "an entry without a name",
    ]
    assert told["colour of '_ga'"] == "is no field of the format (klaro.js line 3)"


def test_what_every_entry_needs_and_a_file_does_not_say_is_remarked() -> None:
    draft = draft_of(name="a", storage="resource")
    draft.cookies += [Entry({"name": Told("b", LINE)}), Entry({"name": Told("c", LINE)})]
    draft.cookies[2].remarks += ["category: 'x' is not known", "lifetime: unclear"]

    fit(draft)

    assert [entry.remarks for entry in draft.cookies] == [
        ["category: the file does not say it", "purposes: the file does not say it"],
        [f"{field}: the file does not say it" for field in ("category", "purposes", "lifetime")],
        [
            "category: 'x' is not known",
            "lifetime: unclear",
            "purposes: the file does not say it",
        ],
    ]


def test_an_endless_list_of_what_was_left_out_is_counted() -> None:
    text = inventory_text(draft_of(name="_ga"), [f"line {n}" for n in range(MOST_LISTED + 5)])

    assert text.endswith("# - and 5 more\n")
    assert text.count("# - line") == MOST_LISTED


def test_a_draft_without_cookies_is_an_empty_list() -> None:
    assert read_back(inventory_text(Draft("a.js", "x"), [])) == {"version": 1, "cookies": []}
