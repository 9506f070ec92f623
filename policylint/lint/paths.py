"""Paths as reports and patterns have them: relative, and with `/` on every system.

`flavour` is the module that knows the system's paths: `ntpath` for Windows, `posixpath` elsewhere.
"""

import os
from types import ModuleType


def relative(path: str, folder: str, flavour: ModuleType = os.path) -> str | None:
    """Write a path as it counts from a folder, None where it lies on another drive."""
    try:
        return slashed(flavour.relpath(path, folder), flavour)
    except ValueError:
        return None


def shown_from(path: str, here: str, flavour: ModuleType = os.path) -> str:
    """Write a path as reports show it: relative where it lies below a folder, else as it is."""
    found = relative(path, here, flavour)
    if found is not None and found != ".." and not found.startswith("../"):
        return found
    text = slashed(path, flavour)
    if flavour.sep == "/" and text.startswith("//"):
        return "/" + text.lstrip("/")  # two name a server on Windows alone
    return text


def slashed(path: str, flavour: ModuleType = os.path) -> str:
    """Write the separators of a path as `/`; elsewhere than on Windows a backslash is a letter."""
    return path.replace(flavour.sep, "/") if flavour.sep != "/" else path


def is_below(path: str, folder: str, flavour: ModuleType = os.path) -> bool:
    """Tell whether an absolute path is a folder or lies below it; never on another drive."""
    try:
        common = flavour.commonpath([folder, path])
    except ValueError:
        return False
    return bool(flavour.normcase(common) == flavour.normcase(flavour.normpath(folder)))
