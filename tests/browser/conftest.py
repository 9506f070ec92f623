import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from policylint.browser.find import find_browser
from policylint.evidence.observation import Evidence, Observation
from policylint.evidence.read import read_evidence
from tests.browser.packages import packages
from tests.browser.site import Site

INVENTORY = Path(__file__).parent / "shop.cookies.yaml"
AS_OF = "2026-11-23"


class Done:
    """What a scan left behind."""

    def __init__(self, run: "subprocess.CompletedProcess[str]", folder: Path, report: Path) -> None:
        self.run = run
        self.folder = folder
        self.report = report

    @property
    def evidence(self) -> Evidence:
        path = str(self.folder / "evidence.json")
        return read_evidence(
            [(None, path)], site_hosts=["shop.localhost"], captured_at=None, vantage=None
        )

    @property
    def document(self) -> Any:
        return json.loads((self.folder / "evidence.json").read_text())

    def seen(self, name: str) -> Observation:
        return next(one for one in self.evidence.observations if one.name == name)

    def result(self, kind: str) -> str | None:
        return next(one.result for one in self.evidence.phases if one.kind == kind)

    @property
    def codes(self) -> dict[str, list[str]]:
        """Give the messages of the findings by their code."""
        found: dict[str, list[str]] = {}
        for one in json.loads(self.report.read_text())["findings"]:
            found.setdefault(one["code"], []).append(one["message"])
        return found


Scan = Callable[..., Done]


@pytest.fixture(scope="session")
def chromium() -> str:
    return find_browser(None)


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    served = Site(packages())
    yield served
    served.close()


@pytest.fixture(scope="session")
def scan(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Scan:
    """Run the command on a page of the site; the same call gives the same scan."""

    @cache
    def scanned(banner: str, *options: str) -> Done:
        work = tmp_path_factory.mktemp(f"scan-{banner}")
        folder, report = work / "evidence", work / "report.json"
        run = subprocess.run(
            [
                *(sys.executable, "-m", "policylint", "scan", site.url(f"{banner}/")),
                *("--allow-private", "--repeat", "1", "--settle", "0.3"),
                *("--output", str(folder), "--inventory", str(INVENTORY)),
                *("--format", f"json={report}", "--as-of", AS_OF, "--vantage", "FR"),
                *options,
            ],
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )
        return Done(run, folder, report)

    return scanned
