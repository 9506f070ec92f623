"""Who speaks of an essential entry of which nothing is explained: the first of these, alone."""

ORDER = (
    *("CLS002", "CLS003", "VEN013", "CLS020", "CLS021"),
    *("CLS019", "LIF006", "CLS005", "CLS006", "CLS004"),
)


def before(code: str) -> tuple[str, ...]:
    """Give the rules that a rule of the order yields to."""
    return ORDER[: ORDER.index(code)]
