"""What the editor is told while somebody types."""

import json
from pathlib import Path

import pytest

from benchmarks.inventories import inventory
from tests.conftest import ROOT, Run
from tests.editor.client import Client, span
from tests.editor.conftest import Start

VIOLATIONS = (ROOT / "examples" / "violations" / "cookies.yaml").read_text(encoding="utf-8")
CLEAN = inventory(4)
LONG = CLEAN.replace("lifetime: 13 months", "lifetime: 3 years", 1)
SEVERITIES = {"error": 1, "warning": 2, "info": 3}


def codes(found: list[dict[str, object]]) -> list[str]:
    return [str(one.get("code")) for one in found]


def test_an_editor_is_told_what_the_command_line_tells(
    client: Client, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "cookies.yaml").write_text(VIOLATIONS, encoding="utf-8")
    report = json.loads(run("check", "--format", "json", "--as-of", "2026-11-23", cwd=tmp_path).out)

    found = client.open("cookies.yaml", VIOLATIONS)

    assert len(found) > 50
    assert [
        (one["code"], one["severity"], one["range"]["start"], one["range"]["end"]) for one in found
    ] == [
        (
            one["code"],
            SEVERITIES[one["severity"]],
            {"line": one["line"] - 1, "character": one["column"] - 1},
            {"line": one["end_line"] - 1, "character": one["end_column"] - 1},
        )
        for one in report["findings"]
    ]


def test_a_diagnostic_names_rule_page_jurisdictions_and_force(client: Client) -> None:
    (found,) = client.open("cookies.yaml", LONG)

    assert found["code"] == "LIF001"
    assert found["source"] == "policylint"
    assert found["severity"] == 1
    assert found["range"] == span(LONG, "3 years")
    assert found["message"].endswith("[FR] (house)")
    assert found["data"]["jurisdictions"] == ["FR"]
    page, _, anchor = found["codeDescription"]["href"].partition("#")
    assert page.endswith("docs/rules.md")
    assert f"## {'LIF001 lifetime-too-long'}" in (ROOT / "docs" / "rules.md").read_text(
        encoding="utf-8"
    )
    assert anchor == "lif001-lifetime-too-long"


def test_a_change_of_a_few_letters_is_judged_anew(client: Client) -> None:
    assert client.open("cookies.yaml", CLEAN) == []

    typed = {"range": span(CLEAN, "13 months"), "text": "3 years"}
    assert codes(client.change("cookies.yaml", typed)) == ["LIF001"]
    back = {"range": span(LONG, "3 years"), "text": "13 months"}
    assert client.change("cookies.yaml", back) == []


def test_several_changes_in_one_go_follow_each_other(client: Client) -> None:
    client.open("cookies.yaml", CLEAN)
    first = {"range": span(CLEAN, "13 months"), "text": "3 yea"}
    second = {"range": span(CLEAN.replace("13 months", "3 yea", 1), "3 yea"), "text": "3 years"}

    assert codes(client.change("cookies.yaml", first, second)) == ["LIF001"]


def test_only_the_newest_of_many_versions_is_answered(client: Client) -> None:
    client.open("cookies.yaml", CLEAN)
    for number in range(60):
        client.tell_change("cookies.yaml", CLEAN if number % 2 else LONG)
    uri = client.uri("cookies.yaml")

    assert client.diagnostics(uri, client.versions[uri]) == []
    answers = [
        one for one in client.told() if one.get("method") == "textDocument/publishDiagnostics"
    ]
    assert len(answers) < 60


def test_broken_yaml_is_one_finding_and_mending_it_brings_the_others_back(client: Client) -> None:
    client.open("cookies.yaml", LONG)

    broken = client.change("cookies.yaml", LONG.replace("consent:\n", "consent: [\n"))
    assert codes(broken) == ["DOC001"]
    assert codes(client.change("cookies.yaml", LONG)) == ["LIF001"]


def test_a_key_without_its_value_is_a_fault_at_its_place(client: Client) -> None:
    text = CLEAN.replace("lifetime: 13 months", "lifetime:", 1)

    (found,) = client.open("cookies.yaml", text)

    assert found["code"] == "DOC002"
    assert found["range"]["start"]["line"] == span(text, "lifetime:\n")["start"]["line"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_columns_are_counted_as_the_editor_asked(start: Start, encoding: str) -> None:
    client = start(encodings=(encoding,))
    text = CLEAN.replace(
        "lifetime: 13 months\n    renewal",
        "x-a: {a: é🍪, lifetime: 𝄞}\n    lifetime: 13 months\n    renewal",
        1,
    ).replace("    name: Analytics", "    x: {🍪é: 1}\n    name: Analytics")

    (found,) = client.open("cookies.yaml", text)

    assert client.capabilities["positionEncoding"] == encoding
    assert found["code"] == "DOC002"
    assert found["range"] == span(
        text, "x", encoding, occurrence=text[: text.index("x: {🍪")].count("x")
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_a_change_after_an_emoji_hits_what_was_meant(start: Start, encoding: str) -> None:
    client = start(encodings=(encoding,))
    text = CLEAN.replace(
        "    lifetime: 13 months", '    x-a: {"🍪𝄞é": 13 months}\n    lifetime: 13 months', 1
    )
    flow = text.replace("    lifetime: 13 months\n", "", 1).replace(
        '{"🍪𝄞é": 13 months}', '{"🍪𝄞é": 13 months}\n    lifetime: "13 months" # 🍪🍪', 1
    )
    client.open("cookies.yaml", flow)

    typed = {"range": span(flow, "13 months", encoding, occurrence=1), "text": "3 years"}
    assert codes(client.change("cookies.yaml", typed)) == ["LIF001"]
    mended = flow.replace('lifetime: "13 months" #', 'lifetime: "3 years" #', 1)
    after = {"range": span(mended, "🍪🍪", encoding), "text": "policylint: ignore[LIF001] x"}
    assert sorted(codes(client.change("cookies.yaml", after))) == ["DOC006", "LIF001"]


def test_a_place_on_the_line_of_a_byte_order_mark_counts_it(client: Client) -> None:
    text = f"\ufeff{CLEAN}".replace("version: 1", "version: 2", 1)

    (found,) = client.open("cookies.yaml", text)

    assert found["range"] == span(text, "2")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_are_lines_too(client: Client, end: str) -> None:
    text = CLEAN.replace("\n", end)
    client.open("cookies.yaml", text)
    typed = {"range": span(CLEAN, "13 months"), "text": "3 years"}

    (found,) = client.change("cookies.yaml", typed)

    assert found["range"] == span(LONG, "3 years")


def test_a_form_feed_is_no_line_end(client: Client) -> None:
    text = CLEAN.replace("name: Benchmark\n", 'name: "a\u2003\x85"\n')
    odd = CLEAN.replace("# ", "").replace("version: 1\n", "version: 1 # \x0b\x0c\u2028\n")
    client.open("cookies.yaml", odd)
    typed = {"range": span(odd, " # \x0b\x0c\u2028"), "text": ""}

    assert client.change("cookies.yaml", typed) == []
    assert text != odd


def test_a_warning_suppressed_with_a_reason_is_not_shown(client: Client) -> None:
    text = CLEAN.replace("    owner: web@benchmark.example\n", "", 1)
    assert codes(client.open("cookies.yaml", text)) == ["INV013"]

    reasoned = text.replace(
        "  - name: choice\n", "  - name: choice # policylint: ignore[INV013] known\n"
    )
    assert client.change("cookies.yaml", reasoned) == []


def test_an_unused_suppression_is_faded(client: Client) -> None:
    text = CLEAN.replace("version: 1\n", "version: 1 # policylint: ignore[INV013] known\n")

    (found,) = client.open("cookies.yaml", text)

    assert found["code"] == "DOC005"
    assert found["tags"] == [1]


def test_a_second_place_is_told(client: Client) -> None:
    entry = CLEAN[CLEAN.index("  - name: SERVERID2") : CLEAN.index("  - name: _stat_3")]

    found = client.open("cookies.yaml", CLEAN + entry)

    (twice,) = [one for one in found if one["code"] == "INV010"]
    (related,) = twice["relatedInformation"]
    assert related["location"]["uri"] == client.uri("cookies.yaml")
    assert related["location"]["range"] == span(CLEAN, "SERVERID2")
    assert related["message"] == "first declared here"


def test_a_waiver_is_shown_as_accepted_until_its_day(client: Client, tmp_path: Path) -> None:
    (tmp_path / "policylint.toml").write_text(
        '[[waivers]]\nrule = "LIF001"\ncookie = "_stat_1"\nreason = "contract"\n'
        'approved-by = "dpo@x.example"\nexpires = 2026-12-31\n',
        encoding="utf-8",
    )

    (found,) = client.open("cookies.yaml", LONG)

    assert found["severity"] == 3
    assert "accepted until 2026-12-31 by dpo@x.example: contract" in found["message"]


def test_a_configuration_that_is_saved_counts_at_once(client: Client, tmp_path: Path) -> None:
    settings = tmp_path / "policylint.toml"
    assert codes(client.open("cookies.yaml", LONG)) == ["LIF001"]

    settings.write_text('ignore = ["LIF001"]\n', encoding="utf-8")
    client.notify(
        "workspace/didChangeWatchedFiles", {"changes": [{"uri": settings.as_uri(), "type": 1}]}
    )
    assert client.diagnostics(client.uri("cookies.yaml"), 1) == []
    settings.write_text("ignore = 3\n", encoding="utf-8")
    client.notify("textDocument/didSave", {"textDocument": {"uri": settings.as_uri()}})
    (failed,) = client.diagnostics(client.uri("cookies.yaml"), 1)
    assert "not checked" in failed["message"]
    assert "policylint.toml" in failed["message"]
    settings.unlink()
    client.notify("textDocument/didSave", {"textDocument": {"uri": settings.as_uri()}})
    assert codes(client.diagnostics(client.uri("cookies.yaml"), 1)) == ["LIF001"]


def test_an_excluded_inventory_is_left_alone(client: Client, tmp_path: Path) -> None:
    (tmp_path / "policylint.toml").write_text('exclude = ["old/**"]\n', encoding="utf-8")

    client.tell_open(client.uri("old/cookies.yaml"), LONG)
    client.open("cookies.yaml", CLEAN)

    assert client.told() == []


def test_jurisdictions_of_the_command_line_replace_those_of_the_inventory(start: Start) -> None:
    client = start("--jurisdiction", "BE")

    (found,) = client.open("cookies.yaml", LONG)

    assert found["data"]["jurisdictions"] == ["BE"]


def test_a_closed_text_has_no_diagnostics_left(client: Client) -> None:
    client.open("cookies.yaml", LONG)
    uri = client.uri("cookies.yaml")

    client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    assert client.diagnostics(uri, None) == []


def test_a_text_that_is_no_file_is_judged_by_its_name(client: Client) -> None:
    text = LONG.replace("version: 1\n", "version: 1\ninclude: [vendors.yaml]\n")

    found = client.open_uri("untitled:/cookies.yaml", text)

    assert codes(found) == ["DOC004"]
    assert "not saved in a folder" in found[0]["message"]
    assert codes(client.open_uri("vscode-vfs://github/a/b/shop.cookies.yml", LONG)) == ["LIF001"]


@pytest.mark.parametrize(
    "uri",
    ["untitled:Untitled-1", "file:///tmp/other.yaml", "", "x", "file://[", "git:/a/b.yaml?x"],
)
def test_a_text_that_is_no_inventory_is_left_alone(client: Client, uri: str) -> None:
    client.tell_open(uri, LONG)
    client.open("cookies.yaml", CLEAN)

    assert client.told() == []
    at = {"textDocument": {"uri": uri}, "position": {"line": 2, "character": 3}}
    assert client.request("textDocument/hover", at) is None
    assert client.request("textDocument/completion", at) == []
    assert client.request("textDocument/documentSymbol", at) == []


def test_hostile_words_are_shown_not_obeyed(client: Client) -> None:
    text = LONG.replace("name: _stat_1\n", 'name: "_stat\\u202e\\u001b[31m"\n')

    (found,) = client.open("cookies.yaml", text)

    assert "\\u202e" in found["message"]
    assert not set(found["message"]) & {"\u202e", "\x1b"}


def test_half_a_surrogate_pair_is_a_finding(client: Client) -> None:
    text = CLEAN.replace("name: Benchmark\n", "name: \ud83c\n")

    assert codes(client.open("cookies.yaml", text)) == ["DOC001"]


def test_a_text_over_64_mib_is_a_finding(client: Client) -> None:
    assert codes(client.open("cookies.yaml", CLEAN + "#" * (64 << 20))) == ["DOC001"]
