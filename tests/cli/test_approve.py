"""What is signed stands in a file that our own reader reads, or the file stays as it was."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

import click
import pytest

from policylint.cli import approve as command
from policylint.errors import InputError
from policylint.lint.output import write_whole
from policylint.model.digest import content_digest
from policylint.model.inventory import Approval, Inventory
from policylint.model.read import read
from policylint.review.approving import approval_of, record
from policylint.source.load import load
from tests.cli.test_approvals import SOUND, WHO
from tests.conftest import Run

FLAT = json.dumps(load("", SOUND.encode()).data)
WIDE = json.dumps(load("", SOUND.encode()).data, indent="\t")
SIGNED = "approvals:\n- {by: x, role: y, on: 2026-01-01, digest: d, decision: refused}\n"
MANY = "approvals:\n- by: x\n  role: y\n  on: 2026-01-01\n  digest: d\n  decision: refused"


def inventory(content: bytes) -> Inventory:
    found = read(Inventory, load("", content).data)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("option", "text", "found"),
    [
        ("--by", b"Jeanne\nMartin", "character 7 is U+000A"),
        ("--role", b"A\tB", "character 2 is U+0009"),
        ("--conditions", b"\x1b[31mA", "character 1 is U+001B"),
        ("--by", "A\u202eB".encode(), "character 2 is U+202E"),
        ("--conditions", "A\u2028B".encode(), "character 2 is U+2028"),
        ("--by", b"caf\xe9", "character 4 is the byte 0xE9, which is not UTF-8,"),
        ("--role", b"\xf0\x9f", "character 1 is the byte 0xF0, which is not UTF-8,"),
        ("--conditions", b"x" * 20_001, "it has 20,001 characters"),
        ("--by", b" \xc2\xa0 ", "it is empty"),
    ],
)
def test_what_is_no_printable_line_is_refused_in_one_sentence(
    run: Run, tmp_path: Path, option: str, text: bytes, found: str
) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(SOUND)
    words = {"--by": "A", "--role": "B", "--conditions": "C", option: os.fsdecode(text)}

    done = run(
        *("approve", path.name, "--decision", "approved-with-conditions"),
        *(word for pair in words.items() for word in pair),
    )

    sentence, hint = done.err.splitlines()
    assert done.code == 2
    assert sentence.startswith(f"policylint: Invalid value for '{option}': {found}; expected ")
    assert hint.endswith("approve --help' lists the options")
    assert path.read_text() == SOUND


@pytest.mark.parametrize(
    "name",
    ["x: [y] # z", "- DPO", '\'"\\', "#", "~", "2026-01-01", "*a", "{a: b}", "---", "...", "? x",
     "# policylint: disable-file=POL009 -- x", "é 👩\u200d💻", "Conditions\u00a0: «\u202fx\u202f»",
     "\\u2028", "0x10", "!!str"],
)  # fmt: skip
@pytest.mark.parametrize("text", [SOUND, FLAT, SOUND + "approvals: []\n"])
def test_what_looks_like_yaml_is_read_back_as_it_was(name: str, text: str) -> None:
    fields = {"by": name, "role": name, "on": "2026-11-20", "digest": "d", "decision": "refused"}
    signed = approval_of({**fields, "conditions": name})

    written = record(load("cookies.yaml", text.encode()), signed)

    (approval,) = inventory(written.encode()).approvals
    assert (approval.by, approval.role) == (name, name)
    assert approval.conditions is not None
    assert approval.conditions.plain == name


@pytest.mark.parametrize(
    "text",
    [
        SOUND.replace("\n", "\r\n"),
        SOUND.replace("\n", "\r\n").rstrip(),
        SOUND.replace("\n", "\r"),
        SOUND.rstrip(),
        "\ufeff" + SOUND,
        "%YAML 1.2\n---\n" + SOUND + "...\n",
        SOUND + "...",
        "  " + SOUND.replace("\n", "\n  ").rstrip(" "),
        SOUND + "# one\n\n  # two\n\n",
        SOUND + "x-note: |+\n  hm\n\n\n",
        SOUND + "    note: |\n      hm",
        SOUND + "    note: >-\n      hm\n\n# c\n",
        SIGNED + SOUND,
        SOUND + SIGNED.rstrip(),
        SOUND + MANY,
        "\ufeff" + SOUND.replace("\n", "\r\n") + MANY.replace("\n", "\r\n"),
        SOUND + "approvals: &a\n" + SIGNED.partition("\n")[2],
        "{x-a: 1, " + FLAT[1:] + "\n# x",
        FLAT,
        "\ufeff" + WIDE,
        WIDE.replace("\n", "\r\n"),
        WIDE.replace("{", '{"approvals": [],', 1),
    ],
)
def test_every_form_of_file_keeps_its_bytes_and_its_content(
    run: Run, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "cookies.yaml"
    before = text.encode()
    path.write_bytes(before)

    done = run("approve", path.name, *WHO)

    after = path.read_bytes()
    rest = iter(after)
    old, new = inventory(before.removeprefix(b"\xef\xbb\xbf")), inventory(after)
    assert done.code == 0, done.err
    assert all(byte in rest for byte in before.replace(b"[],", b""))
    assert content_digest(new) == content_digest(old)
    assert [one.by for one in new.approvals[:-1]] == [one.by for one in old.approvals]
    assert new.approvals[-1].digest == content_digest(new)
    assert b"\n" not in after.replace(b"\r\n", b"") or b"\r\n" not in before
    if text.lstrip("\ufeff").startswith('{"'):
        json.loads(after.decode("utf-8-sig"))


def test_an_included_file_is_signed_with_its_inventory_and_not_written(
    run: Run, tmp_path: Path
) -> None:
    head, cookies = SOUND.split("cookies:\n")
    (tmp_path / "cookies.yaml").write_text(f"{head}include: [more.yaml]\ncookies: []\n")
    more = f"version: 1\ncookies:\n{cookies}"
    (tmp_path / "more.yaml").write_text(more)

    assert run("approve", "cookies.yaml", *WHO).code == 0
    assert run("approve", "more.yaml", *WHO).code == 1
    assert (tmp_path / "more.yaml").read_text() == more
    (tmp_path / "more.yaml").write_text(more.replace("lifetime: session", "lifetime: 1 day"))
    assert run("approvals", "cookies.yaml").code == 1


def test_a_symbolic_link_stays_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text(SOUND)
    (tmp_path / "cookies.yaml").symlink_to("real.yaml")

    assert run("approve", "cookies.yaml", *WHO).code == 0
    assert (tmp_path / "cookies.yaml").is_symlink()
    assert "Jeanne Martin" in (tmp_path / "real.yaml").read_text()


def test_a_file_that_may_not_be_written_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(SOUND)
    # Who runs the tests may be somebody who may write everything.
    monkeypatch.setattr(os, "access", lambda *_: False)

    with pytest.raises(InputError, match=r"cookies\.yaml cannot be written: permission denied"):
        write_whole(str(path), b"other")

    assert [one.read_text() for one in tmp_path.iterdir()] == [SOUND]


def test_what_somebody_else_saves_meanwhile_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(SOUND)
    meanwhile = SOUND.replace("session", "1 day")

    def sign(fields: Mapping[str, str | None]) -> Approval:
        path.write_text(meanwhile)
        return approval_of(fields)

    monkeypatch.setattr("policylint.review.approving.approval_of", sign)
    context = click.Context(command.approve)

    with pytest.raises(InputError, match="was changed in the meantime; nothing was recorded"):
        context.invoke(command.approve, file=str(path), by="A", role="B", decision="approved")

    assert path.read_text() == meanwhile


def test_a_signature_is_not_dated_ahead(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(SOUND)

    def sign(day: str) -> tuple[int, str]:
        done = run("approve", "cookies.yaml", "--by", "A", "--role", "B", "--on", day)
        return done.code, done.err

    assert sign("2026-11-25") == (
        2,
        "policylint: --on 2026-11-25 lies ahead; expected the day of the signature\n",
    )
    assert sign("2026-11-24") == (0, "")


def test_conditions_in_several_languages_are_listed(run: Run, tmp_path: Path) -> None:
    signed = SIGNED.replace("refused", 'refused, conditions: {en: a, fr: "b\\u202e"}')
    (tmp_path / "cookies.yaml").write_text(SOUND + signed)

    assert "  conditions: en: a; fr: b\\u202e\n" in run("approvals", "cookies.yaml").out


@pytest.mark.parametrize("name", ["-", ".", "gone.yaml", "pipe"])
def test_what_is_no_file_is_not_signed(run: Run, tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")

    done = run("approve", name, *WHO)

    assert done.code in {2, 3}
    assert done.err.count("\n") == 1
