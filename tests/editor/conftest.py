"""Servers for tests: one process serves many, each in a folder of its own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.editor.client import Client

Start = Callable[..., Client]


@pytest.fixture(scope="module")
def servers() -> Iterator[dict[str, Client]]:
    """Keep the servers that the tests of a file share, and leave none behind."""
    found: dict[str, Client] = {}
    yield found
    for client in found.values():
        with client:
            pass


@pytest.fixture
def start(
    servers: dict[str, Client], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Start]:
    """Give a server started with some options, in an empty folder."""
    used = []

    def begin(*options: str, encodings: tuple[str, ...] = (), **workspace: Any) -> Client:
        key = repr((options, encodings, workspace))
        if key not in servers:
            servers[key] = Client(tmp_path_factory.mktemp("server"), *options)
            servers[key].initialize(encodings, **workspace)
        servers[key].folder = tmp_path
        used.append(servers[key])
        return servers[key]

    yield begin
    for client in used:
        client.close_all()


@pytest.fixture
def client(start: Start) -> Client:
    """Give a server in an empty folder."""
    return start()


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Client]:
    """Start a server that no other test uses."""
    with ExitStack() as stack:
        client = stack.enter_context(Client(tmp_path))
        client.initialize()
        yield client
