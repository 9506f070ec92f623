"""The project that an inventory belongs to."""

import os

from policylint.lint.files import read_bytes
from policylint.lint.settings import FILE, MARK, PROJECT


def project_root(folder: str) -> str:
    """Find the folder that no include may leave: the nearest with a configuration or `.git`."""
    start = here = os.path.realpath(folder)
    while True:
        project = os.path.join(here, PROJECT)
        if os.path.exists(os.path.join(here, FILE)) or os.path.exists(os.path.join(here, ".git")):
            return here
        if os.path.isfile(project) and MARK in read_bytes(project, 1 << 20):
            return here
        above = os.path.dirname(here)
        if above == here:
            return start
        here = above
