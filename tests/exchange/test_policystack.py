"""Shapes of jamiedavenport/policystack 9cfc67c, `examples/astro/src/policystack.ts`."""

from tests.exchange.drafts import Shown, cookies, drafted, faults, left_out, vendors

CONFIGURATION: Shown = {
    "company": {
        "name": "Shop",
        "legalName": "Shop Ltd.",
        "address": "1 Example Street, London",
        "url": "https://shop.example",
        "contact": {"email": "privacy@shop.example", "phone": "+44 20 0000 0000"},
        "dpo": {"required": False},
    },
    "jurisdictions": ["eea", "uk", "us-ca"],
    "cookies": {"used": {"essential": True, "marketing": False}},
    "thirdParties": [
        {"name": "Hotjar", "policyUrl": "https://www.hotjar.com/privacy"},
        {"policyUrl": "https://a.example"},
    ],
    "data": {"collected": {}},
}


def test_the_company_and_its_jurisdictions_are_read() -> None:
    draft = drafted("policystack", CONFIGURATION)

    assert {key: told.value for key, told in draft.controller.items()} == {
        "name": "Shop Ltd.",
        "address": "1 Example Street, London",
        "email": "privacy@shop.example",
        "phone": "+44 20 0000 0000",
    }
    assert {key: told.value for key, told in draft.site.items()} == {
        "name": "Shop",
        "url": "https://shop.example",
        "jurisdictions": ["EU", "UK"],
    }
    assert list(vendors(draft)) == ["hotjar"]


def test_a_category_is_no_cookie() -> None:
    draft = drafted("policystack", CONFIGURATION)

    assert cookies(draft) == []
    assert left_out(draft) == [
        ("the controller's country", "the address is free text"),
        (
            "the data protection officer",
            "without an address it says whether one is required, and not why",
        ),
        ("the jurisdiction 'us-ca'", "no rules are known for it"),
        (
            "the category 'essential'",
            "the format names no cookie of a category: list them, or import a scan",
        ),
        ("a third party", "it has no name"),
        ("'data'", "it tells what the company holds, not what a cookie gathers"),
    ]


def test_the_argument_of_define_config_is_read_in_a_program() -> None:
    text = (
        'import { defineConfig } from "@policystack/sdk";\n'
        "export default defineConfig({\n"
        '  company: { name: "Shop", legalName: process.env.NAME, dpo: { email: "d@shop.example" } },\n'
        "  cookies: { used: { essential: true }, context: { essential: { lawfulBasis: A.B } } },\n"
        "});\n"
    )
    draft = drafted("policystack", text, "policystack.ts")

    assert draft.site["name"].value == "Shop"
    assert draft.controller["dpo"].value == {"email": "d@shop.example"}
    assert faults(draft, text) == [
        (
            "IMP005",
            "process.env.NAME",
            "'name' is an expression that only running it can read",
        )
    ]
