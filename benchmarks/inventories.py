"""Inventories of any size, for the benchmarks: real kinds of entries, repeated under new names."""

HEAD = """\
version: 1
site:
  name: Benchmark
  url: https://www.benchmark.example
  jurisdictions: [FR]
  languages: [en, fr]
  policy_url: https://www.benchmark.example/cookies
controller:
  name: Benchmark SAS
  country: FR
  address: 1 rue de l'Exemple, 69000 Lyon
  email: privacy@benchmark.example
  dpo: {email: dpo@benchmark.example}
consent:
  platform: platform
  choice_cookie: choice
  first_layer: {accept: button, reject: button, settings: button, purposes: true,
                controllers: true, policy_link: true}
  clicks: {accept: 1, reject: 1, withdraw: 2}
  equal_prominence: true
  prechecked: []
  implied_by: []
  validity: 6 months
  refusal_memory: 6 months
  on_expiry: delete
  withdrawal: {entry_point: {en: the link Cookies, fr: le lien Cookies}, clears: true,
               informs_vendors: true}
  record: {fields: [timestamp, purposes, policy-version, mechanism], retention: 5 years}
  signals: {gpc: honour}
  asks_again_on: [new-purpose, new-vendor]
  google_consent_mode: basic
  if_refused: {en: nothing changes, fr: rien ne change}
vendors:
  platform:
    name: Platform SAS
    country: FR
    role: processor
    privacy_policy: https://platform.example/privacy
    agreement: DPA-1
    proof_access: true
  analytics:
    name: Analytics Ireland Limited
    country: IE
    role: processor
    privacy_policy: https://analytics.example/privacy
    agreement: DPA-2
    transfers: [{country: US, mechanism: dpf, checked: 2026-09-01, fallback: scc}]
cookies:
  - name: choice
    category: essential
    purposes: [consent-choice]
    description: {en: Keeps what the visitor accepted., fr: Conserve ce que le visiteur a accepté.}
    lifetime: 6 months
    exemption: requested-service
    requested: the choice made in the banner
    personal_data: false
    secure: true
    same_site: Lax
    owner: web@benchmark.example
    reviewed: 2026-10-01
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
    set_by: http
    secure: true
    same_site: Lax
    owner: web@benchmark.example
    reviewed: 2026-10-01
    record: R-1
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
    reviewed: 2026-10-01
"""


def inventory(cookies: int) -> str:
    """Write an inventory of so many cookies, which policylint finds no fault with."""
    entries = (
        (MEASURING if number % 2 else BALANCING).format(number=number)
        for number in range(1, cookies)
    )
    return HEAD + "".join(entries)
