"""Inventories written in other formats; each module here is one of them."""

# By the name that `--to` takes: the module that writes it, and what it is.
FORMATS = {
    "klaro": ("klaro_script", "Klaro: a script, `var klaroConfig = {…}`"),
    "klaro-module": ("klaro_module", "Klaro: a JavaScript module, `export default {…}`"),
    "klaro-json": ("klaro_json", "Klaro: JSON"),
    "vanilla-cookieconsent": ("cookieconsent", "vanilla-cookieconsent 3: `CookieConsent.run({…})`"),
    "tarteaucitron": ("tarteaucitron", "tarteaucitron: `tarteaucitron.init({…})` and its services"),
    "axeptio": ("axeptio", "Axeptio: a cookie configuration with steps and vendors, JSON"),
    "iab": ("iab", "IAB TCF: the device storage disclosure of one vendor, JSON"),
    "edpb": ("edpb", "EDPB Website Auditing Tool: a knowledge base, JSON"),
    "fides": ("fides", "Fides: a manifest with one system per vendor, YAML"),
    "csv": ("table", "a table with a row per cookie, CSV"),
    "ropa": ("ropa_csv", "what a record of processing (GDPR art. 30) can take over, CSV"),
    "ropa-markdown": ("ropa_markdown", "the same for people, Markdown"),
}
