"""Google's consent mode as requests carry it: what `gcs` and `gcd` say.

Google publishes no specification of `gcd`: this is what public decoders agree on, and any other
letter says nothing.
"""

GRANTED = frozenset("nrtuv")
"""What was allowed by default or by an update."""
UNASKED = "l"
"""Consent was never set. Google's tags take that for a yes; older sites leave it so at the last two
places, which they do not know."""
PLACES = (2, 4, 6, 8)
"""Where `gcd` tells of storage for adverts, for statistics, of user data and of personalisation."""


def says_granted(gcs: str | None, gcd: str | None) -> bool:
    """Tell whether a ping says that any consent was granted."""
    storage, letters = gcs or "", gcd or ""
    if storage.startswith("G1") and "1" in storage[2:4]:
        return True
    if any(letters[place : place + 1] == UNASKED for place in PLACES[:2]):
        return True
    return any(place < len(letters) and letters[place] in GRANTED for place in PLACES)
