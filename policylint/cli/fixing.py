"""What `policylint check` does where fixes are asked for."""

import sys
from collections.abc import Mapping, Sequence

from policylint.cli.check import exit_code, write_reports
from policylint.cli.check_options import Asked
from policylint.cli.options import write_bytes
from policylint.cli.telling import tell
from policylint.errors import ExitCode, UsageError
from policylint.lint.files import STDIN
from policylint.lint.fix import Fixes, fix
from policylint.lint.fix_output import unified_diff, write_fixed
from policylint.lint.options import Options
from policylint.lint.output import guard
from policylint.report.clean import visible
from policylint.report.wording import counted


def refuse(asked: Asked) -> None:
    """Refuse options that do not go with fixes. Raises UsageError."""
    option = "--diff" if asked.diff else "--fix"
    if asked.no_suppressions:
        raise UsageError(f"{option} leaves alone what was accepted: leave out --no-suppressions")
    if asked.evidence:
        raise UsageError(f"{option} mends what is written, not what was seen: leave out --evidence")
    if asked.write_baseline:
        raise UsageError(f"{option} changes what is open: write the baseline in a second run")
    if asked.diff and (asked.formats or asked.output):
        raise UsageError("--diff prints the diff alone: leave out --format and --output")
    if STDIN in asked.paths and len(asked.paths) > 1:
        raise UsageError(f"{option} takes '-' alone or files, not both")


def run_fixes(
    asked: Asked, options: Options, paths: Sequence[str], targets: Mapping[str, str | None]
) -> int:
    """Fix files and report what remains; or print the difference. Raises InputError."""
    kinds = {"safe", "unsafe"} if asked.unsafe_fixes else {"safe"}
    done = fix(paths, options, kinds, asked.fail_on)
    for sentence in done.told:
        tell(sentence)
    if asked.diff:
        return _print_diff(done)
    guard([file for file in targets.values() if file], done.run.report.sources)
    for one in done.files:
        write_fixed(one)
        tell(f"{counted(one.count, 'problem')} fixed in {one.path}")
    text = done.standard_input
    if text is not None:
        write_bytes(text.after)
        if text.count:
            tell(f"{counted(text.count, 'problem')} fixed in {text.path}")
    write_reports(done.run.report, targets, quiet=asked.quiet, aside=text is not None)
    return exit_code(asked, done.run)


def _print_diff(done: Fixes) -> int:
    files = [*done.files, *([done.standard_input] if done.standard_input else [])]
    changed = [one for one in files if one.count]
    for one in changed:
        diff = unified_diff(one)
        write_bytes(_readable(diff) if sys.stdout is not None and sys.stdout.isatty() else diff)
    for one in changed:
        tell(f"{counted(one.count, 'problem')} would be fixed in {one.path}")
    return ExitCode.FINDINGS if changed else ExitCode.CLEAN


def _readable(diff: bytes) -> bytes:
    """Show on a terminal what it would obey or hide."""
    lines = diff.decode("utf-8", "surrogateescape").split("\n")
    shown = ("\t".join(map(visible, line.removesuffix("\r").split("\t"))) for line in lines)
    return "\n".join(shown).encode()
