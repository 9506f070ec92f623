"""The browser that is installed on the machine."""

import os
import shutil

from policylint.errors import InputError, UsageError

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HINT = "install Chromium ('apt-get install chromium'), or name a browser with --browser PATH"


def find_browser(asked: str | None) -> str:
    """Find the browser to start. Raises UsageError for a wrong path, InputError for none at all."""
    if asked is not None:
        found = shutil.which(asked)
        if found is None:
            what = "cannot be started" if os.path.exists(asked) else "does not exist"
            raise UsageError(f"--browser {asked} {what}; expected the path of Chromium", HINT)
        return found
    for name in NAMES:
        if found := shutil.which(name):
            return found
    raise InputError(f"no browser was found on the PATH; looked for {', '.join(NAMES)}", HINT)
