"""Which rules look at one entry at a time, so that only a changed entry need be judged again.

What such a rule says of an inventory is what it says of each entry beside the same site, vendors
and consent. A test compares both on every inventory of the project; a rule that is not listed here
is run on the whole inventory each time.
"""

OF_ONE_ENTRY = frozenset(
    (
        *("CLS001", "CLS002", "CLS003", "CLS004", "CLS005", "CLS006", "CLS007", "CLS008", "CLS009"),
        *("CLS010", "CLS011", "CLS012", "CLS013", "CLS014", "CLS015", "CLS016", "CLS017", "CLS018"),
        *("CLS019", "CLS020", "CLS021", "CLS022", "CLS023", "CLS024", "CLS025", "CLS026", "CLS027"),
        *("INV001", "INV002", "INV003", "INV004", "INV006", "INV007", "INV008", "INV009", "INV012"),
        *("INV013", "INV014", "INV016"),
        *("LIF001", "LIF002", "LIF003", "LIF005", "LIF006", "LIF007", "LIF008", "LIF010", "LIF011"),
        "POL004",
        *("SEC001", "SEC002", "SEC003", "SEC004", "SEC005", "SEC006", "SEC007", "SEC008", "SEC009"),
        "SEC010",
        *("SPC001", "SPC002", "SPC003", "SPC004", "SPC005", "SPC006", "SPC010", "SPC011", "SPC012"),
        *("SPC013", "SPC014", "SPC015", "SPC016"),
        *("VEN013", "VEN015"),
    )
)
