"""The beginning and the end of a server, and what must not end it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.inventories import inventory
from tests.conftest import ROOT, Run
from tests.editor.client import Client
from tests.editor.conftest import Start

LONG = inventory(2).replace("13 months", "3 years")


def test_an_editor_that_says_goodbye_ends_it_with_0(own: Client) -> None:
    own.open("cookies.yaml", LONG)

    assert own.stop() == 0
    assert own.errors() == ""


def test_an_editor_that_leaves_without_a_word_ends_it_with_1(own: Client) -> None:
    own.notify("exit")

    assert own.end() == 1


def test_a_closed_input_ends_it_with_0(own: Client) -> None:
    assert own.leave() == 0


def test_an_empty_input_ends_it_with_0(run: Run) -> None:
    done = run("lsp", stdin=b"")

    assert (done.code, done.out, done.err) == (0, "", "")


def test_noise_in_the_input_does_not_end_it(client: Client) -> None:
    client.send_bytes(b"{not json")
    client.send_bytes(b"[1, 2]")
    client.send({"method": "no/such/notification", "params": {}})
    client.send({"method": "textDocument/didOpen", "params": {"textDocument": 3}})
    client.send({"method": "textDocument/didChange", "params": {"a": "b"}})

    answer = client.ask("no/such/request", {})
    assert answer["error"]["code"] == -32601
    assert [one["code"] for one in client.open("cookies.yaml", LONG)] == ["LIF001"]


def test_a_change_of_a_text_that_was_never_opened_is_ignored(client: Client) -> None:
    client.versions[client.uri("cookies.yaml")] = 4
    client.tell_change("cookies.yaml", LONG)
    client.notify("textDocument/didClose", {"textDocument": {"uri": client.uri("cookies.yaml")}})

    assert client.told() == []


@pytest.mark.parametrize(
    "place",
    [
        {"start": {"line": 9_999, "character": 0}, "end": {"line": 10_000, "character": 5}},
        {"start": {"line": 0, "character": 9_999}, "end": {"line": 0, "character": 99_999}},
        {"start": {"line": 5, "character": 0}, "end": {"line": 1, "character": 0}},
    ],
)
def test_a_place_outside_the_text_is_at_its_end(client: Client, place: object) -> None:
    client.open("cookies.yaml", LONG)

    client.change("cookies.yaml", {"range": place, "text": ""})
    assert [one["code"] for one in client.change("cookies.yaml", LONG)] == ["LIF001"]


def test_a_wrong_option_is_said_before_anything_is_served(run: Run) -> None:
    done = run("lsp", "--jurisdiction", "XX")

    assert done.code == 2
    assert done.out == ""
    assert "no pack for 'XX'" in done.err


def test_without_its_libraries_it_names_the_extra(tmp_path: Path) -> None:
    (tmp_path / "pygls.py").write_text("raise ModuleNotFoundError(name='pygls')", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "policylint", "lsp"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        input=b"",
        capture_output=True,
        check=False,
    )

    assert done.returncode == 2
    assert done.stdout == b""
    assert b"the language server needs pygls" in done.stderr
    assert b"pip install 'policylint[lsp]'" in done.stderr


def test_it_asks_to_be_told_of_changed_files(start: Start) -> None:
    client = start(didChangeWatchedFiles={"dynamicRegistration": True})

    asked = client.wait(lambda one: one.get("method") == "client/registerCapability")

    (registration,) = asked["params"]["registrations"]
    assert registration["method"] == "workspace/didChangeWatchedFiles"
    globs = [one["globPattern"] for one in registration["registerOptions"]["watchers"]]
    assert "**/policylint.toml" in globs
