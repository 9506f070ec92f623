"""What `--fix` does to texts, in memory; `tests/cli/test_fix.py` holds the files and the options."""

import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policylint.lint import fix_texts
from policylint.lint.finding import Finding
from policylint.lint.fix import Fixes, fix
from policylint.lint.fix_guard import breakage, difference, steps
from policylint.lint.options import Options
from policylint.lint.run import check_files

OPTIONS = Options(as_of=date(2026, 11, 23))
SAFE = frozenset({"safe"})
ALL = frozenset({"safe", "unsafe"})

HEAD = """\
version: 1
site: {name: A, url: "https://a.example", jurisdictions: [FR], languages: [en]}
controller: {name: A, country: FR, email: a@a.example}
"""


def fixed(folder: Path, kinds: frozenset[str] = SAFE, **files: str) -> Fixes:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_bytes(text.encode())
    return fix([str(folder / f"{next(iter(files))}.yaml")], OPTIONS, kinds)


def text_of(done: Fixes, name: str = "cookies.yaml") -> str | None:
    found = [one for one in done.files if Path(one.path).name == name]
    return found[0].after.decode() if found else None


# Pairs of what people write and what is meant, and the line that holds them.
LINES: Sequence[tuple[str, Sequence[tuple[str, str]]]] = [
    ("    category: {}", [("Essential", "essential"), ('"esential"', '"essential"')]),
    ("    purposes: [{}]", [("Security", "security"), ("'CSRF_protection'", "'csrf-protection'")]),
    ("    lifetime: {}", [("6 Months", "6 months"), ("'6 mois'", "'6 months'"), ("p6m", "P6M")]),
    ("    exempt_in: {{{}: audience-measurement}}", [("fr", "FR"), ("'Be'", "'BE'")]),
    ("    consent: {}", [("None", "none"), ('"NONE"', '"none"')]),
    ("    secure: {}", [("yes", "true"), ("'Yes'", "true")]),
    ("    same_site: {}", [("strict", "Strict"), ("'lax'", "'Lax'")]),
    ("    storage: {}", [("localStorage", "local-storage"), ('"Cookie"', '"cookie"')]),
    ("    renewal: {}", [("Fixed", "fixed")]),
]
COMMENTS = [
    "",
    " # as of old",
    "\t# tab\tand: [brackets]",
    "  #",
    " # 13 Months, Opt-In, lifetme: é",
]
BETWEEN = ["", "    # esential: yes", "     ", "# policylint: not for you", "  # {a: 'b'}"]
UNUSED = " # policylint: ignore[LIF001] agreed with legal"


@st.composite
def faulty(draw: st.DrawFn) -> tuple[str, str]:
    """Write an inventory with slips and comments, and the same without the slips."""
    before, after = [HEAD.rstrip()], [HEAD.rstrip()]

    def both(line: str) -> None:
        before.append(line)
        after.append(line)

    both("cookies:" + draw(st.sampled_from(COMMENTS)))
    for number in range(draw(st.integers(1, 3))):
        both(f"  - name: c{number}" + draw(st.sampled_from(COMMENTS)))
        for line, pairs in draw(st.permutations(LINES)):
            for extra in draw(st.lists(st.sampled_from(BETWEEN), max_size=2)):
                both(extra)
            wrong, right = draw(st.sampled_from(pairs))
            comment = draw(st.sampled_from([*COMMENTS, UNUSED]))
            slip = wrong if draw(st.booleans()) else right
            before.append(line.format(slip) + comment)
            after.append(line.format(right) + ("" if comment == UNUSED else comment))
    line_break = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    end = line_break if draw(st.booleans()) else ""
    mark = draw(st.sampled_from(["", "\ufeff"]))
    return mark + line_break.join(before) + end, mark + line_break.join(after) + end


@settings(max_examples=150, deadline=None)
@given(faulty())
def test_only_the_slips_change_and_every_other_byte_stays(texts: tuple[str, str]) -> None:
    before, after = (text.encode() for text in texts)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cookies.yaml"
        path.write_bytes(before)

        done = fix([str(path)], OPTIONS, SAFE)

        assert done.told == []
        assert [one.after for one in done.files] == ([after] if after != before else [])
        assert path.read_bytes() == before
        path.write_bytes(after)
        assert fix([str(path)], OPTIONS, SAFE).files == []


def test_what_remains_is_what_a_check_of_the_fixed_file_finds(tmp_path: Path) -> None:
    entry = "{name: a, category: Improvement, purposes: [audience-measurement], consent: none}"
    done = fixed(tmp_path, cookies=f"{HEAD}cookies: [{entry}]\n")
    remaining = [(one.rule.code, one.message, one.place.line) for one in done.run.report.findings]

    (tmp_path / "cookies.yaml").write_text(text_of(done) or "")
    report, failing = check_files([str(tmp_path / "cookies.yaml")], OPTIONS)

    assert "CLS001" in [code for code, *_ in remaining]
    assert remaining == [(one.rule.code, one.message, one.place.line) for one in report.findings]
    assert done.run.failing == failing
    assert done.run.report.sources == report.sources


def test_a_field_is_renamed_only_where_unsafe_fixes_are_asked_for(tmp_path: Path) -> None:
    text = f"{HEAD}cookies:\n- {{name: a, categroy: Essential, purposes: [security]}} # x\n"

    assert text_of(fixed(tmp_path, cookies=text)) is None
    assert text_of(fixed(tmp_path, ALL, cookies=text)) == text.replace(
        "categroy: Essential", "category: essential"
    )


def test_a_declared_fact_is_never_changed(tmp_path: Path) -> None:
    entry = "{name: _ga, category: essential, purposes: [advertising], lifetime: 5 years}"
    text = f"{HEAD}cookies: [{entry}]\n"

    assert fixed(tmp_path, ALL, cookies=text).files == []


@pytest.mark.parametrize("words", ["A, B", "A, B, C", "LIF001, LIF002", "A,LIF001 , B"])
def test_all_unused_words_of_a_suppression_go_and_the_comment_with_them(
    tmp_path: Path, words: str
) -> None:
    entry = "- {name: a, category: essential, purposes: [security]}"
    text = f"{HEAD}cookies:\n# keep\n{entry} # policylint: ignore[{words}] x\n# keep too\n"

    done = fixed(tmp_path, cookies=text)

    assert text_of(done) == f"{HEAD}cookies:\n# keep\n{entry}\n# keep too\n"
    assert [one.count for one in done.files] == [len(words.split(","))]


def test_a_word_that_is_used_stays_in_its_suppression(tmp_path: Path) -> None:
    entry = "- {name: a, category: essential, purposes: [security]}"
    text = f"{HEAD}cookies:\n{entry} # policylint: ignore[LIF001, INV001, X] known\n"

    done = fixed(tmp_path, cookies=text)

    assert text_of(done) == text.replace("LIF001, INV001, X", "INV001")


def test_words_of_any_number_go_at_once(tmp_path: Path) -> None:
    entry = "- {name: a, category: essential, purposes: [security]}"
    words = ", ".join(f"X{number}" for number in range(15))
    text = f"{HEAD}cookies:\n{entry} # policylint: ignore[{words}] x\n"

    done = fixed(tmp_path, cookies=text)

    assert [one.count for one in done.files] == [15]
    assert done.told == []
    assert text_of(done) == f"{HEAD}cookies:\n{entry}\n"


def test_more_slips_than_a_report_lists_are_all_fixed(tmp_path: Path) -> None:
    entry = "- {{name: c{}, category: Essential, purposes: [Security]}}\n"
    text = f"{HEAD}cookies:\n" + "".join(entry.format(number) for number in range(800))

    done = fixed(tmp_path, cookies=text)

    assert done.told == []
    assert text_of(done) == text.replace("Essential", "essential").replace("Security", "security")


def test_of_very_many_faults_that_stay_as_many_are_listed_as_by_a_check(tmp_path: Path) -> None:
    entry = "- {{name: c{}, category: Essential, purposes: [nothing]}}\n"
    text = f"{HEAD}cookies:\n" + "".join(entry.format(number) for number in range(1_200))

    done = fixed(tmp_path, cookies=text)

    (tmp_path / "cookies.yaml").write_text(text_of(done) or "")
    report, _ = check_files([str(tmp_path / "cookies.yaml")], OPTIONS)
    assert [one.count for one in done.files] == [1_200]
    assert len(report.findings) == 1_001
    assert [one.message for one in done.run.report.findings] == [
        one.message for one in report.findings
    ]


def test_what_an_alias_or_a_merge_shares_is_shown_and_not_written(tmp_path: Path) -> None:
    text = f"""{HEAD}cookies:
- &one {{name: a, category: Essential, purposes: [security], lifetime: &life 13 Months}}
- {{<<: *one, name: b}}
- {{name: c, category: essential, purposes: [security], lifetime: *life}}
- {{name: d, category: Essential, purposes: [security]}}
"""
    done = fixed(tmp_path, ALL, cookies=text)

    assert text_of(done) == text.replace(
        "name: d, category: Essential", "name: d, category: essential"
    )
    fixes = {one.fix.applicability for one in done.run.report.findings if one.fix}
    assert fixes == {"shown"}


def test_an_included_file_is_fixed_once_for_all_that_include_it(tmp_path: Path) -> None:
    vendors = "version: 1\nvendors:\n  acme: {name: Acme, country: fr} # fr\n"
    (tmp_path / "vendors.yaml").write_text(vendors)
    paths = []
    for name in "ab":
        path = tmp_path / f"{name}.cookies.yaml"
        path.write_text(f"{HEAD}include: [vendors.yaml]\ncookies: []\n")
        paths.append(str(path))

    done = fix(paths, OPTIONS, SAFE)

    assert [(Path(one.path).name, one.count) for one in done.files] == [("vendors.yaml", 1)]
    assert text_of(done, "vendors.yaml") == vendors.replace("country: fr", "country: FR")


def test_a_suppression_in_a_shared_file_stays_where_one_of_them_needs_it(tmp_path: Path) -> None:
    entry = "- {name: a, category: essential, purposes: [security], description: {en: Keeps it.}}"
    shared = f"version: 1\ncookies:\n{entry} # policylint: ignore[INF001] for one site\n"
    (tmp_path / "shared.yaml").write_text(shared)
    paths = []
    for name, languages in {"a": "[en]", "b": "[en, fr]"}.items():
        path = tmp_path / f"{name}.cookies.yaml"
        head = HEAD.replace("[en]", languages)
        path.write_text(f"{head}include: [shared.yaml]\ncookies: []\n")
        paths.append(str(path))

    codes = {one.rule.code for one in fix(paths, OPTIONS, SAFE).run.report.findings}

    assert fix(paths, OPTIONS, SAFE).files == []
    assert "DOC005" not in codes


def test_one_file_under_two_names_is_fixed_once(tmp_path: Path) -> None:
    text = f"{HEAD}cookies: [{{name: a, category: Essential, purposes: [security]}}]\n"
    (tmp_path / "a.cookies.yaml").write_text(text)
    (tmp_path / "b.cookies.yaml").symlink_to("a.cookies.yaml")

    done = fix([str(tmp_path / f"{name}.cookies.yaml") for name in "ab"], OPTIONS, SAFE)

    assert [one.count for one in done.files] == [1]


def test_fixes_that_bring_a_fault_elsewhere_are_dropped_with_all_others_of_the_file(
    tmp_path: Path,
) -> None:
    entry = "name: a, category: essential, purposes: [security]"
    shared = f"version: 1\ncookies: [{{{entry}, domain: a.example}}]\n"
    text = f"{HEAD}include: [s.yaml]\ncookies: [{{{entry}, domian: a.example, secure: yes}}]\n"

    done = fixed(tmp_path, ALL, cookies=text, s=shared)

    assert done.files == []
    assert [sentence.partition("cookies.yaml ")[2][:56] for sentence in done.told] == [
        "is left as it was: its fixes would bring DOC004 on line "
    ]
    assert {one.rule.code for one in done.run.report.findings} == {"DOC002"}


def test_fixes_that_would_change_another_place_are_dropped(tmp_path: Path) -> None:
    text = f"""{HEAD}cookies:
- name: a
  category: essential
  purposes: [security]
  ? &key
    lifetme
  : 1 day
  note: *key
"""
    done = fixed(tmp_path, ALL, cookies=text)

    assert done.files == []
    assert [sentence.partition("cookies.yaml ")[2] for sentence in done.told] == [
        "is left as it was: its fixes would change '/cookies/0/note' too (DOC002)"
    ]


@pytest.mark.parametrize("text", ["cookies: [", "a: 1\n---\nb: 2\n", "\x00", "- &a [*a]\n"])
def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path, text: str) -> None:
    comment = "# policylint: ignore[X] nothing\n"

    assert fixed(tmp_path, ALL, cookies=comment + text).files == []


def test_documents_over_the_budget_are_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fix_texts, "MOST_HELD", 10)
    text = f"{HEAD}cookies: [{{name: a, category: Essential, purposes: [security]}}]\n"

    done = fixed(tmp_path, cookies=text)

    assert (text_of(done), done.told) == (text.replace("Essential", "essential"), [])


@pytest.mark.parametrize(
    ("before", "after", "edited", "found"),
    [
        ({"a": 1}, {"a": 1}, {}, None),
        ({"a": 1}, {"a": True}, {}, ()),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, {}, ()),
        ({"a": "x"}, {"a": "y"}, {("a",): 1}, None),
        ({"a": "x", "b": 1}, {"a": "y", "b": 1.0}, {("a",): 1}, ("b",)),
        ({"a": "x"}, {"b": "x"}, {("a",): 1}, None),
        ({"a": "x"}, {"b": "y"}, {("a",): 1}, ("a",)),
        ({"a": "x"}, {"b": "y"}, {("a",): 2}, None),
        ({"a": "x"}, {"a": ["x"]}, {("a",): 1}, ("a",)),
        ({"a": {"b": 1}}, {"c": {"b": 2}}, {("a",): 1}, ("a",)),
        ({"a": {"b": 1}}, {"c": {"b": 1}}, {("a",): 1}, None),
        ([1, "x", 2], [1, "y", 3], {("1",): 1}, ("2",)),
        ([1, "x"], [1, "y", 2], {("1",): 1}, ()),
        ({"a": 1}, None, {("a",): 1}, ()),
    ],
)
def test_a_difference_is_found_wherever_it_is(
    before: Any, after: Any, edited: Any, found: Any
) -> None:
    assert difference(before, after, edited) == found


def test_a_pointer_is_split_as_it_was_written() -> None:
    assert steps("/a~1b/~01/0") == ("a/b", "~1", "0")
    assert steps(None) == steps("") == ()


def findings_of(folder: Path, text: str) -> Sequence[Finding]:
    path = folder / "x.cookies.yaml"
    path.write_text(text)
    return check_files([str(path)], OPTIONS)[0].findings


def test_a_new_fault_of_the_file_counts_as_breakage_unless_it_is_beside_the_edit(
    tmp_path: Path,
) -> None:
    def text(one: str, other: str) -> str:
        entry = "{name: a, category: C, purposes: [security]}"
        entries = f"{entry.replace('C', one)}, {entry.replace('C', other)}"
        return f"{HEAD}cookies: [{entries}]\n"

    before = findings_of(tmp_path, text("x", "essential"))
    after = findings_of(tmp_path, text("essential", "y"))

    found = breakage(before, after, [("cookies", "0", "category")])

    assert found is not None
    assert found.place.pointer == "/cookies/1/category"
    assert breakage(before, after, [("cookies", "1", "purposes")]) is None
    assert breakage(after, after, []) is None
    duplicate = findings_of(tmp_path, f"{HEAD}site: 1\ncookies: []\n")
    assert breakage(before, duplicate, [("cookies", "0", "category")]) is not None
