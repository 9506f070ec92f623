"""Every format, on the example of a whole site: what is written stands in `golden/`."""

import csv
import json
import re
from collections.abc import Callable, Mapping
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml

from policylint.exchange.write import FORMATS
from policylint.i18n import languages
from policylint.i18n.catalogue import catalogue
from policylint.model.inventory import Inventory
from tests.conftest import ROOT, Run

STUDIO = "examples/studio-ductus/cookies.yaml"
HERE = Path(__file__).parent
ENDINGS = {
    "klaro": "js",
    "klaro-module": "mjs",
    "klaro-json": "json",
    "vanilla-cookieconsent": "js",
    "tarteaucitron": "js",
    "axeptio": "json",
    "iab": "json",
    "edpb": "json",
    "fides": "yaml",
    "csv": "csv",
    "ropa": "csv",
    "ropa-markdown": "md",
}
Golden = Callable[[Path, str], None]


def exported(run: Run, form: str, *arguments: str) -> str:
    vendor = ("--vendor", "google-analytics") if form == "iab" else ()
    done = run("export", STUDIO, "--to", form, "--quiet", *vendor, *arguments, cwd=ROOT)
    assert (done.code, done.err) == (0, "")
    return done.out


def told(run: Run, form: str) -> str:
    vendor = ("--vendor", "google-analytics") if form == "iab" else ()
    return run("export", STUDIO, "--to", form, *vendor, cwd=ROOT).err


def test_every_format_is_known_here() -> None:
    assert list(ENDINGS) == list(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_the_export_of_studio_ductus_is_what_stands_beside(
    run: Run, golden: Golden, form: str
) -> None:
    text = exported(run, form)

    golden(HERE / "golden" / f"{form}.{ENDINGS[form]}", text)


@pytest.mark.parametrize("form", FORMATS)
def test_what_a_format_cannot_carry_is_told(run: Run, golden: Golden, form: str) -> None:
    golden(HERE / "golden" / f"{form}.told.txt", told(run, form))


@pytest.mark.parametrize("form", [name for name, ending in ENDINGS.items() if ending == "json"])
def test_json_is_json(run: Run, form: str) -> None:
    assert json.loads(exported(run, form))


@pytest.mark.parametrize("form", FORMATS)
def test_every_field_that_a_format_carries_is_one_of_the_inventory(form: str) -> None:
    writer = import_module(f"policylint.exchange.write.{FORMATS[form][0]}")
    inventory = Inventory.__annotations__

    for name in writer.CARRIES:
        section, _, field = name.partition(".")
        assert section in inventory
        assert field in _record(section).__annotations__


def _record(section: str) -> Any:
    from policylint.model.consent import Consent
    from policylint.model.cookie import Cookie
    from policylint.model.site import Controller, Site
    from policylint.model.vendor import Vendor

    return {
        "cookies": Cookie,
        "vendors": Vendor,
        "consent": Consent,
        "site": Site,
        "controller": Controller,
    }[section]


def klaro(run: Run, *arguments: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(exported(run, "klaro-json", *arguments))
    return found


def test_the_script_the_module_and_the_json_of_klaro_hold_the_same(run: Run) -> None:
    data = exported(run, "klaro-json")
    script, module = exported(run, "klaro"), exported(run, "klaro-module")

    literal = script.removeprefix("var klaroConfig = ")
    assert literal == module.removeprefix("export default ")
    quoted = re.sub(r"(?m)^( +)([A-Za-z]+):", r'\1"\2":', literal.removesuffix(";\n"))
    assert json.loads(quoted) == json.loads(data)


def test_klaro_holds_every_language_of_the_site_unless_one_is_asked_for(run: Run) -> None:
    every, french = klaro(run), klaro(run, "--language", "fr")

    assert set(every["services"][0]["translations"]) == {"zz", *languages()}
    assert french["lang"] == "fr"
    assert french["services"][0]["description"].startswith("Garde le visiteur")
    assert set(french["translations"]) == {"zz", "fr"}


def test_fides_is_one_system_per_vendor_and_one_for_the_site(run: Run) -> None:
    systems = yaml.safe_load(exported(run, "fides"))["system"]

    assert [one["fides_key"] for one in systems] == [
        *("site", "axeptio", "google-analytics", "google-tag-manager")
    ]


def test_the_disclosure_counts_thirteen_months_as_the_longest_they_can_be(run: Run) -> None:
    [ga, _] = json.loads(exported(run, "iab"))["disclosures"]

    assert ga["maxAgeSeconds"] == 397 * 86_400
    assert ga["purposes"] == [1, 8]


def test_the_extract_has_a_row_per_processing_of_personal_data(run: Run) -> None:
    rows = list(csv.DictReader(StringIO(exported(run, "ropa"))))

    assert [row["Cookies"] for row in rows] == [
        *("axeptio_cookies", "_ga, _ga_*", "www.googletagmanager.com/gtm.js")
    ]
    assert {row["Security measures"] for row in rows} == {""}


@pytest.mark.parametrize("language", languages())
def test_the_extract_speaks_the_languages_of_policylint(
    run: Run, tmp_path: Path, language: str
) -> None:
    text = (ROOT / STUDIO).read_text(encoding="utf-8")
    said = f"languages: [{', '.join(languages())}]"
    path = tmp_path / "cookies.yaml"
    path.write_text(text.replace("languages: [en, fr]", said), encoding="utf-8")

    done = run(
        *("export", str(path), "--to", "ropa-markdown", "--quiet", "--language", language), cwd=ROOT
    )

    heading = catalogue(language).text("exchange.record.heading", site="Studio Ductus")
    assert done.out.startswith(f"# {heading}")
