"""Inventories of any size, for the benchmarks: real kinds of entries, repeated under new names."""

HEAD = """\
version: 1
site:
  name: Benchmark
  url: https://www.benchmark.example
  jurisdictions: [FR]
  languages: [en, fr]
controller:
  name: Benchmark SAS
  country: FR
  address: 1 rue de l'Exemple, 69000 Lyon
  email: privacy@benchmark.example
consent:
  platform: platform
  choice_cookie: choice
  first_layer: {accept: button, reject: button, settings: button}
  equal_prominence: true
  prechecked: []
  implied_by: []
vendors:
  platform:
    name: Platform SAS
    country: FR
    role: processor
  analytics:
    name: Analytics Ireland Limited
    country: IE
    role: processor
    transfers: [{country: US, mechanism: dpf, checked: 2026-09-01}]
cookies:
  - name: choice
    category: essential
    purposes: [consent-choice]
    description: {en: Keeps what the visitor accepted., fr: Conserve ce que le visiteur a accepté.}
    lifetime: 6 months
    requested: the choice made in the banner
"""
MEASURING = """\
  - name: _stat_{number}
    vendor: analytics
    category: improvement
    purposes: [audience-measurement]
    description:
      en: Counts visits and repeated visits of part {number} of the site.
      fr: Compte les visites et les visites répétées de la partie {number} du site.
    lifetime: 13 months
    renewal: fixed
    consent: opt-in
    legal_basis: consent
    identifier: true
    data: [online-identifier, pages-viewed, visit-frequency]
    retention: 14 months
    set_by: script
    secure: true
    same_site: Lax
    owner: web@benchmark.example
"""
BALANCING = """\
  - name: SERVERID{number}
    category: essential
    purposes: [load-balancing]
    description:
      en: Keeps a visitor on the same server, number {number}, for the session.
      fr: Garde le visiteur sur le même serveur, numéro {number}, pendant la session.
    lifetime: session
    exemption: transmission
    personal_data: false
    secure: true
    http_only: true
    same_site: Lax
    owner: web@benchmark.example
"""


def inventory(cookies: int) -> str:
    """Write an inventory of so many cookies, without faults."""
    entries = (
        (MEASURING if number % 2 else BALANCING).format(number=number)
        for number in range(1, cookies)
    )
    return HEAD + "".join(entries)
