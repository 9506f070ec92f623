"""The first inventory that `policylint init` writes."""

from policylint.model.schema_link import SCHEMA_LINE

STARTER = f"""\
{SCHEMA_LINE}
# The cookies of one website, declared. Check it with: policylint check
# Every field: policylint schema, or docs/inventory.md of policylint.
version: 1

site:
  name: My site                       # as visitors know it
  url: https://www.example.org        # its host is first party
  jurisdictions: [EU]                 # whose law is checked: EU, or countries such as FR
  languages: [en]                     # the policy is written in these

controller:                           # who answers for the site
  name: My company
  country: FR
  address: 1 Example Street, 69000 Lyon
  email: privacy@example.org

# Companies that set or read cookies, or receive their data, by an id of your own:
#
# vendors:
#   analytics-inc:
#     name: Analytics Inc. Ireland Limited
#     country: IE
#     role: processor                 # processor, joint-controller or controller
#     privacy_policy: https://analytics.example/privacy
#     agreement: DPA-1

cookies:
  - name: session
    category: essential               # no consent asked; improvement: consent asked
    purposes: [session-state]         # what it really does
    description: Keeps what you typed while you fill in a form over several pages.
    requested: the form that the visitor fills in
    lifetime: session                 # or a duration: 13 months, P13M, until-cleared
    # owner: web team                 # who answers for this entry (INV013 asks for it)
    # reviewed: YYYY-MM-DD            # the day you last looked at it in a browser (INV012)

# A cookie that needs consent says more, and asks for a 'consent' section:
#
#   - name: _stats
#     vendor: analytics-inc
#     category: improvement
#     purposes: [audience-measurement]
#     description: Counts visits per page to find pages that need work.
#     lifetime: 13 months
#     consent: opt-in
#     legal_basis: consent
#     data: [online-identifier, pages-viewed]
#     retention: 14 months
"""
