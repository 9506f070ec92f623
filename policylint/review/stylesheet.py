"""What the page of a report needs beside the style of policies: a verdict, figures, bars, print.

Every pair of colours has a contrast of 4.5 to 1 or more, bars of 3 to 1. Tones repeat words.
"""

STYLESHEET = """\
:root { --good: #1a6332; --caution: #7a4b00; --bad: #a11616; --plain: #4d5560; }
@media (prefers-color-scheme: dark) {
  :root { --good: #7fd69b; --caution: #f0b95c; --bad: #ff9d94; --plain: #b3bac4; } }
main { max-width: 64rem; }
.verdict { border: 2px solid var(--tone); border-left-width: .6rem; padding: .75rem 1rem;
  margin: 0 0 1rem; }
.verdict p { margin: 0 0 .3rem; }
.verdict-title { font-size: 1.3rem; color: var(--tone); }
.good { --tone: var(--good); } .caution { --tone: var(--caution); }
.bad { --tone: var(--bad); } .plain { --tone: var(--plain); }
.badge { border: 1px solid var(--tone); color: var(--tone); border-radius: .25em;
  padding: 0 .35em; white-space: nowrap; }
.bar { vertical-align: middle; color: var(--ink); fill: var(--tone); }
.figures { grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .5rem; }
.figures div { border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .6rem;
  display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.figures dd { font-size: 1.4rem; margin: 0; }
.figures dt { padding: 0; line-height: 1.35; }
[id$="sign-off-table"] { table-layout: fixed; }
[id$="sign-off-table"] td { height: 2.6em; }
td .bar { margin-right: .4em; }
ins { text-decoration: underline; color: var(--good); }
del { text-decoration: line-through; color: var(--bad); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
@media print {
  :root { --good: #1a6332; --caution: #7a4b00; --bad: #a11616; --plain: #333333; }
  html { font-size: 9pt; }
  h1 { font-size: 1.5rem; margin-bottom: .5rem; }
  h2 { margin: 1.2rem 0 .4rem; padding-top: .4rem; font-size: 1.2rem; }
  p, ul, dl, .scroll, .verdict { margin-bottom: .4rem; }
  dd { margin-bottom: .1rem; }
  th, td { padding: .2rem .5rem .2rem 0; }
  table { min-width: 0; }
  [id$="sign-off-table"] td { height: 2.4em; }
  .card { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: .4rem 0; }
  dl, .card dl { grid-template-columns: 9rem 1fr; }
  .figures { grid-template-columns: repeat(6, 1fr); }
  .page-break { break-after: page; }
  a[href^="http"]::after { content: none; }
  @page { size: A4; margin: 1.5cm; } }
"""


def footer(identity: str) -> str:
    """Print the id of a report at the foot of each page; anything else has no id to print."""
    if not identity.isascii() or not identity.replace("-", "").isalnum():
        return ""
    return f'@media print {{ @page {{ @bottom-left {{ content: "{identity}"; }} }} }}\n'
