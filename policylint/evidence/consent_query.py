"""The two parameters of Google's consent mode in the address of a request; no other is kept."""

import re

_MODES = re.compile(r"[?&](gcs|gcd)=([0-9A-Za-z_-]{1,40})(?=[&#]|$)")
_GCS = re.compile(r"G1[01-]{2}")


def read_modes(url: str) -> tuple[str | None, str | None]:
    """Give `gcs` and `gcd`, each None where it is absent or of another form."""
    if "gcs=" not in url and "gcd=" not in url:
        return None, None
    found = dict(_MODES.findall(url))
    gcs = found.get("gcs")
    return gcs if gcs and _GCS.fullmatch(gcs) else None, found.get("gcd")
