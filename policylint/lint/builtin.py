"""The rules that the engine itself applies: faults of the file, not of the law."""

from collections.abc import Sequence

from policylint.law.citation import Provision
from policylint.law.jurisdictions import ALL
from policylint.law.provisions import EPD_5_3, GDPR_5_1_A, GDPR_12_1, GDPR_13
from policylint.law.technical import HOUSE_CHECK, INVENTORY_FORMAT, YAML_SYNTAX
from policylint.rule import Rule, Scope, Severity


def house_rule(  # noqa: PLR0913 - the columns of the catalogue
    code: str,
    name: str,
    severity: Severity,
    citations: Sequence[Provision],
    fault: str,
    why: str,
    cure: str,
) -> Rule:
    """Make a rule without a check of its own: what finds its faults says so itself."""
    return Rule(
        code=code,
        name=name,
        explanation=f"{fault}\n\n## Why it matters\n{why}\n\n## How to fix it\n{cure}",
        citations=citations,
        scopes=[Scope(jurisdictions=ALL, severity=severity)],
        since="0.1.0",
    )


SYNTAX_ERROR = house_rule(
    "DOC001",
    "syntax-error",
    Severity.ERROR,
    [YAML_SYNTAX],
    "The file cannot be read as one YAML 1.2 or JSON document.",
    "Nothing in a file that cannot be read can be checked. The limits (64 MiB, 64 levels, 100,000\n"
    "nodes repeated by aliases) keep a hostile file from stopping the run.",
    "Mend the text at the place shown. The file is UTF-8 and holds one document.",
)
SCHEMA_ERROR = house_rule(
    "DOC002",
    "schema-error",
    Severity.ERROR,
    [INVENTORY_FORMAT],
    "A field is missing, unknown, of a wrong type, or outside its vocabulary.",
    "A misspelled field is a fact that nobody reads: nothing is dropped silently.",
    "Write the field as the format has it; `policylint schema` prints it, and editors complete it.",
)
DUPLICATE_KEY = house_rule(
    "DOC003",
    "duplicate-key",
    Severity.ERROR,
    [YAML_SYNTAX],
    "A mapping holds one key twice.",
    "Readers keep the first or the last of the two, and nobody can tell which was meant.",
    "Keep one of the two.",
)
INCLUDE_BROKEN = house_rule(
    "DOC004",
    "include-broken",
    Severity.ERROR,
    [INVENTORY_FORMAT],
    "An included file is missing, includes itself, lies outside the project, or clashes.",
    "The inventory is then not what its authors think it is.",
    "Correct the path, or keep one of two entries that clash. Paths are relative to the file that\n"
    "names them and stay inside the project.",
)
UNUSED_SUPPRESSION = house_rule(
    "DOC005",
    "unused-suppression",
    Severity.WARNING,
    [HOUSE_CHECK],
    "A comment silences a rule that finds nothing there.",
    "What it silenced has been mended, or moved. Left behind, it would silence the next fault.",
    "Remove the code from the comment, or the comment; `policylint check --fix` does it.",
)
SUPPRESSION_WITHOUT_REASON = house_rule(
    "DOC006",
    "suppression-without-reason",
    Severity.WARNING,
    [HOUSE_CHECK],
    "A comment to silence a finding gives no reason, or stands at an error.",
    "Whoever reviews the inventory must see who decided what, and why. An error is a risk that a\n"
    "person accepts by name and for a time: a comment is too little for it.",
    "Write `# policylint: ignore[CODE] reason`. Mend an error, or accept it in a waiver of the\n"
    "configuration.",
)
WAIVER_EXPIRED = house_rule(
    "DOC007",
    "waiver-expired",
    Severity.ERROR,
    [HOUSE_CHECK],
    "A waiver of the configuration holds no longer.",
    "A risk was accepted until a day that has passed. What it covered is open again.",
    "Mend what it covered and remove it, or have the risk accepted anew with another day.",
)
WAIVER_UNUSED = house_rule(
    "DOC008",
    "waiver-unused",
    Severity.WARNING,
    [HOUSE_CHECK],
    "A waiver of the configuration covers nothing.",
    "What it covered has been mended. Left behind, it would cover the next fault.",
    "Remove it from the configuration.",
)
DUPLICATE_ANCHOR = house_rule(
    "DOC009",
    "duplicate-anchor-or-merge",
    Severity.WARNING,
    [YAML_SYNTAX],
    "An anchor is defined again, or a `<<` merge brings a key that is hidden.",
    "What an alias or a merge stands for then depends on the order of the lines.",
    "Give each anchor its own name, and leave out of a merged mapping what is written beside it.",
)
EXTENSION_ERROR = house_rule(
    "DOC010",
    "extension-schema-error",
    Severity.ERROR,
    [INVENTORY_FORMAT],
    "An `x-*` field of a cookie does not fit the organisation's own JSON Schema.",
    "The format leaves these fields to you, and other tools of yours read them: a value that does\n"
    "not fit is read wrongly there, or not at all.",
    "Write the field as the schema has it that the configuration names under `[extensions]`.",
)
ON_BASELINE = house_rule(
    "DOC011",
    "jurisdiction-on-baseline",
    Severity.INFO,
    [EPD_5_3],
    "A country of the European Economic Area is judged by the EU baseline.",
    "National law puts the Directive into force, and its authority reads it. Without a pack for\n"
    "the country, what they add or soften is not checked.",
    "Have the findings reviewed for that country.",
)
PUBLISHED_STALE = house_rule(
    "POL008",
    "published-policy-stale",
    Severity.ERROR,
    [GDPR_5_1_A],
    "The published policy lacks or contradicts a fact of the inventory (`policy --check`).",
    "A policy is a promise to visitors. What it says must be what the site declares and does.",
    "Write the policy again with `policylint policy --output`, or correct the inventory.",
)
CHANGE_UNAPPROVED = house_rule(
    "POL009",
    "change-unapproved",
    Severity.WARNING,
    [HOUSE_CHECK],
    "Somebody signed off the inventory, and no sign-off fits what it says today.",
    "A signature covers what was read. What changed since has been read by nobody who answers for\n"
    "it, or was refused.",
    "Run `policylint approvals` to see what changed since, have it reviewed, and record the new\n"
    "sign-off with `policylint approve`.",
)
CLAUSE_LEFT_OUT = house_rule(
    "POL010",
    "clause-left-out",
    Severity.INFO,
    [GDPR_13],
    "A clause of the policy could not be written for want of a fact (`policy`).",
    "The policy says only what the inventory declares; it is never filled up with guesses.",
    "Declare the fact that the finding names.",
)
LANGUAGE_FALLBACK = house_rule(
    "POL011",
    "language-fallback",
    Severity.WARNING,
    [GDPR_12_1],
    "A text of policylint is missing in a language of the site (`policy`).",
    "Where policylint has no words in the language, English stands in the policy, marked as such,\n"
    "or no policy is written. Visitors are to be told in words that they understand.",
    "Have the policy translated by hand. With `--strict-language` this is an error.",
)

BUILTIN: Sequence[Rule] = (
    SYNTAX_ERROR,
    SCHEMA_ERROR,
    DUPLICATE_KEY,
    INCLUDE_BROKEN,
    UNUSED_SUPPRESSION,
    SUPPRESSION_WITHOUT_REASON,
    WAIVER_EXPIRED,
    WAIVER_UNUSED,
    DUPLICATE_ANCHOR,
    EXTENSION_ERROR,
    ON_BASELINE,
    PUBLISHED_STALE,
    CHANGE_UNAPPROVED,
    CLAUSE_LEFT_OUT,
    LANGUAGE_FALLBACK,
)
"""The rules on the file and on the policy; those of an import stand in `lint.import_rules`."""

OF_THE_TEXT = {rule.name: rule for rule in (SYNTAX_ERROR, DUPLICATE_KEY, DUPLICATE_ANCHOR)}
BLOCKING = frozenset({"DOC001", "DOC002", "DOC003", "DOC004"})
