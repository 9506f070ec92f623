import json
import sys
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policylint.exchange.javascript.scalars import shown
from policylint.exchange.javascript.values import MAX_DEPTH
from policylint.exchange.literals import only_scripts, read_data, read_script
from policylint.exchange.node import Node, Pattern, Unread
from policylint.exchange.unreadable import UnreadableError
from policylint.source.pointer import Span


def plain(node: Node) -> Any:
    match node.value:
        case dict() as mapping:
            return {key: plain(value) for key, value in mapping.items()}
        case list() as items:
            return [plain(item) for item in items]
        case Unread(text=text):
            return f"unread: {text}"
        case Pattern(source=source, flags=flags):
            return f"pattern: {source} {flags}".rstrip()
        case value:
            return value


def read_literals(text: str) -> Node:
    """Read the value that a text is, or the largest object or list of a program."""
    node = read_data(text)
    if node is not None:
        return node
    script = read_script(text)
    found = list(script.objects())
    if not found:
        raise script.flaws[0] if script.flaws else UnreadableError(0, "it holds no literal")
    return max(found, key=lambda one: one.span.end - one.span.start)


def read(text: str) -> Any:
    return plain(read_literals(f"x = {text};"))["v"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("'a'", "a"),
        ('"it\'s"', "it's"),
        (r"'a\tb\x41\u0042\u{1F36A}\'\q'", "a\tbAB🍪'q"),
        (r"'\ud83c\udf6a'", "🍪"),
        (r"'\ud83c'", "\ufffd"),
        ("'one \\\ntwo \\\r\nthree'", "one two three"),
        ("`two\nlines`", "two\nlines"),
        ("`a${b}c`", "unread: `a${b}c`"),
        ("`a${`b${c}`}d` + 'e'", "unread: `a${`b${c}`}d` + 'e'"),
        ("'a' + \"b\" + `c`", "abc"),
        ("'a' + host", "unread: 'a' + host"),
        ("'a' + 1", "unread: 'a' + 1"),
        ("12", 12),
        ("-1.5e3", -1500.0),
        ("+.5", 0.5),
        ("0x1F", 31),
        ("0b101", 5),
        ("0o17", 15),
        ("1_000n", 1000),
        ("1e999", "unread: 1e999"),
        ("9" * 500, shown("9" * 500, Span(0, 500)).text.join(("unread: ", ""))),
        ("true", True),
        ("!0", True),
        ("!1", False),
        ("null", None),
        ("undefined", None),
        ("void 0", None),
        ("NaN", "unread: NaN"),
        ("location.hostname", "unread: location.hostname"),
        ("/^_ga[/]x/gi", "pattern: ^_ga[/]x gi"),
        ("a / b / c", "unread: a / b / c"),
        ("[1, 2, , 'a',]", [1, 2, None, "a"]),
        ("({a: 1})", {"a": 1}),
        ("{a: 1} as const", {"a": 1}),
        ("['a'] satisfies string[]", ["a"]),
        ("{a: 1}.a", "unread: {a: 1}.a"),
        ("dark ? {a: 1} : {a: 2}", "unread: dark ? {a: 1} : {a: 2}"),
        ("f({a: 1}, [2])", "unread: f({a: 1}, [2])"),
        ("() => ({a: 1})", "unread: () => ({a: 1})"),
        ("(a, b) => a", "unread: (a, b) => a"),
        ("function () { return /'/; }", "unread: function () { return /'/; }"),
        ("{...rest, a: 1}", {"...": "unread: ...rest", "a": 1}),
        ("{a, b() { return 1 }, 'c-d': 2, 3: 4}", {"a": "unread: a", "b": "unread: b() { return 1 }", "c-d": 2, "3": 4}),
        ("{a: 1, a: 2}", {"a": 2}),
        ("{a: 1 /* one */, // two\n b: <!-- three\n 2}", {"a": 1, "b": 2}),
    ],
)  # fmt: skip
def test_a_literal_is_read_and_any_other_expression_is_kept_as_text(
    written: str, value: object
) -> None:
    assert read(f"{{v: {written}, after: 1}}") == value
    assert read(f"{{before: [], v: {written}\n}}") == value


@pytest.mark.parametrize(
    "program",
    [
        "var klaroConfig = {a: 1}",
        "window.klaroConfig = {a: 1};",
        "window['klaroConfig'] = {a: 1};",
        "const config: Config<{a: number}> = {a: 1}\nexport default config",
        "export default {a: 1}",
        "export default defineConfig({a: 1})",
        "export const config = {a: 1} as const satisfies Config;",
        "module.exports = {a: 1} // the end",
        "CookieConsent.run({a: 1});",
        "const cc = initCookieConsent();\ncc.run({a: 1})",
        "addEventListener('load', function () { CookieConsent.run({a: 1}) })",
        "export default () => ({a: 1})",
        "function config() { return {a: 1} }",
        "/* it's */ var x = {a: 1}\nvar y = f()",
        "if (x) /'/.test(y); var z = {a: 1}",
        "var half = a / 2, it = 'b/c'; z = {a: 1}",
        "<html>don't <script>var x = {a: 1}</script> can't</html>",
        "{'a': 1}",
    ],
)
def test_the_literal_is_found_wherever_a_program_has_it(program: str) -> None:
    node = read_literals(program)

    assert plain(node) == {"a": 1}
    assert program[slice(*node.span)] in ("{a: 1}", "{'a': 1}")


def test_every_value_knows_its_place_and_its_pointer() -> None:
    text = "window.c = {a: [1, {'b-c': 'deep'}]}"
    node = read_literals(text).get("a", 1, "b-c")

    assert node is not None
    assert text[slice(*node.span)] == "'deep'"
    assert node.pointer == ("a", 1, "b-c")


def test_calls_and_assignments_are_found_by_name() -> None:
    script = read_script(
        "(tarteaucitron.job = tarteaucitron.job || []).push('gtag');\n"
        "tarteaucitron.user.gtagUa = 'G-1'; tarteaucitron.user['x'] = y;\n"
        "tarteaucitron.init({mandatory: true}); initCookieConsent().run({b: 2})\n"
    )

    assert [[plain(one) for one in given] for given, _ in script.called("job.push")] == [["gtag"]]
    assert [plain(one[0]) for one, _ in script.called("tarteaucitron.init")] == [
        {"mandatory": True}
    ]
    assert [plain(one[0]) for one, _ in script.called("run")] == [{"b": 2}]
    assert {key: plain(node) for key, node in script.assignments("tarteaucitron.user")} == {
        "gtagUa": "G-1",
        "x": "unread: y",
    }


@pytest.mark.parametrize(
    ("text", "offset", "sentence"),
    [
        ('{"a": 1', 0, "no '}' closes what begins here"),
        ("x = {a: [1}", 8, "no ']' closes what begins here"),
        ("x = {a: 'b\n}", 8, "a text begins here and does not end; expected '"),
        ("[`b]", 0, "no ']' closes what begins here"),
        ("x = {a: /* b}", 4, "no '}' closes what begins here"),
        ("[" * (MAX_DEPTH + 2) + "]" * (MAX_DEPTH + 2), MAX_DEPTH + 1, f"values nested too deeply; expected at most {MAX_DEPTH} levels"),
    ],
)  # fmt: skip
def test_what_breaks_off_is_told_at_its_place(text: str, offset: int, sentence: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_literals(text)

    assert (caught.value.offset, caught.value.message) == (offset, sentence)


def test_a_broken_text_costs_only_the_literal_that_holds_it() -> None:
    script = read_script("a = {b: 'c\n};\nd = {e: 1}")

    assert [plain(node) for node in script.objects()] == [{"e": 1}]
    assert [flaw.offset for flaw in script.flaws] == [8]


def test_data_into_which_a_program_was_written_keeps_its_expressions_unread() -> None:
    node = read_data('{"a": "__expr__:location.hostname", "b": "__function__"}')

    assert node is not None
    assert plain(node) == {"a": "unread: location.hostname", "b": "unread: a function"}


def test_a_web_page_is_blanked_outside_its_scripts_and_keeps_every_offset() -> None:
    page = "<p>İ it's</p>\n<SCRIPT async>var a = {}</script>\n<p>"
    kept = only_scripts(page)

    assert len(kept) == len(page)
    assert kept.split() == ["var", "a", "=", "{}"]
    assert kept.index("var") == page.index("var")
    assert kept.count("\n") == 2


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
    max_leaves=20,
)  # fmt: skip


@given(JSON.filter(lambda value: isinstance(value, dict | list)), st.booleans())
def test_json_means_what_the_library_makes_of_it(value: object, ascii_only: bool) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=1)
    node = read_data(text)

    assert node is not None
    assert plain(node) == json.loads(text)


SCRAPS = st.lists(
    st.sampled_from(
        (
            *("{", "}", "[", "]", "(", ")", ",", ";", ":", "=", "=>", "'", '"', "`", "${", "/", "//", "/*", "*/"),
            *("a", "1", "+", "-", "!", ".", "...", "?", "\n", " ", "\\", "\\u", "<!--", "-->", "<script>"),
            *("return", "export default", "const a:", "as const", "x = {", "f({", "'b'", "/r/g", "\ud800"),
        )
    ),
    max_size=60,
).map("".join)  # fmt: skip


@settings(max_examples=600)
@given(SCRAPS | st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    with suppress(UnreadableError):
        read_literals(text)
    script = read_script(text)
    nodes = list(script.objects())
    assert all(0 <= flaw.offset <= len(text) for flaw in script.flaws)
    while nodes:
        node = nodes.pop()
        assert 0 <= node.span.start <= node.span.end <= len(text)
        inner = node.value
        held = list(inner.values()) if isinstance(inner, dict) else inner
        for below in held if isinstance(held, list) else ():
            assert node.span.start <= below.span.start <= below.span.end <= node.span.end
            nodes.append(below)


@pytest.mark.parametrize(
    "scrap",
    [
        *(
            "a=",
            "a=1+",
            "{a:",
            "(",
            "f(",
            "/[",
            "'a",
            "`${",
            "a=[1,",
            "[",
            "/*",
            "f({a:g(",
            "const a: ",
        ),
        *("<script>", "return ", "(}", "'a'+", "(1,", "x='a'+y=", "x=a?{b:", "x={a:1} as "),
    ],
)
def test_a_text_ten_times_as_long_takes_about_ten_times_the_steps(scrap: str) -> None:
    """Count the calls, which tell of growth what a clock could only guess."""
    short, long = (_calls(scrap * size) for size in (200, 2_000))

    assert long < 20 * short + 2_000


def _calls(text: str) -> int:
    count = 0

    def tally(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(tally)
    try:
        with suppress(UnreadableError):
            read_literals(text)
    finally:
        sys.setprofile(None)
    return count
