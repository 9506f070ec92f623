"""What the page of a report needs beside the style of policies: a verdict, figures, bars, print.

Every pair of colours has a contrast of 4.5 to 1 or more, bars of 3 to 1. Tones repeat words.
"""

STYLESHEET = """\
:root { --good: #1a6332; --caution: #7a4b00; --bad: #a11616; --plain: #4d5560; }
@media (prefers-color-scheme: dark) {
  :root { --good: #7fd69b; --caution: #f0b95c; --bad: #ff9d94; --plain: #b3bac4; } }
main { max-width: 72rem; }
.verdict { border: 2px solid var(--tone); border-left-width: .6rem; padding: .75rem 1rem;
  margin: 0 0 1rem; }
.verdict p { margin: 0 0 .3rem; }
.verdict-title { font-size: 1.3rem; color: var(--tone); }
.good { --tone: var(--good); } .caution { --tone: var(--caution); }
.bad { --tone: var(--bad); } .plain { --tone: var(--plain); }
.badge { border: 1px solid var(--tone); color: var(--tone); border-radius: .25em;
  padding: 0 .35em; display: inline-block; }
td:last-child .badge { white-space: nowrap; }
.bar { vertical-align: middle; color: var(--ink); }
.bar rect { fill: var(--tone); }
.figures { grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .5rem; }
.figures div { border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .6rem;
  display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.figures dd { font-size: 1.4rem; margin: 0; }
.figures dt { padding: 0; line-height: 1.3; }
[id$="sign-off-table"] { table-layout: fixed; }
[id$="sign-off-table"] th:nth-child(1) { width: 32%; }
[id$="sign-off-table"] th:nth-child(3) { width: 28%; }
[id$="register-table"] { font-size: .87rem; }
[id$="register-table"] th:first-child { overflow-wrap: anywhere; min-width: 6em; }
[id$="register-table"] td:nth-child(7):not(:last-child) {
  overflow-wrap: anywhere; min-width: 10.5em; }
[id$="register-table"] td:nth-child(3), [id$="register-table"] td:nth-child(4) {
  hyphens: auto; hyphenate-limit-chars: 10 4 4; }
/* What was found may name a file by a long path. */
[id$="-error-table"] td:nth-child(4), [id$="-warning-table"] td:nth-child(4),
[id$="-info-table"] td:nth-child(4) { overflow-wrap: anywhere; min-width: 14em; }
[id$="sign-off-table"] td { height: 2.6em; }
td .bar { margin-right: .4em; }
ins { text-decoration: underline; color: var(--good); }
del { text-decoration: line-through; color: var(--bad); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
@media print {
  :root { --good: #1a6332; --caution: #7a4b00; --bad: #a11616; --plain: #333333; }
  html { font-size: 8.5pt; }
  body { line-height: 1.3; }
  h1 { font-size: 1.4rem; margin-bottom: .4rem; }
  h2 { margin: .5rem 0 .15rem; padding-top: .3rem; font-size: 1.15rem; }
  h3 { margin: 1rem 0 .3rem; }
  caption { padding-bottom: .1rem; }
  li { margin-bottom: 0; }
  p, ul, dl, .scroll, .verdict { margin-bottom: .2rem; }
  dd { margin-bottom: .1rem; }
  th, td { padding: .12rem .5rem .12rem 0; }
  table { min-width: 0; }
  [id$="register-table"] { font-size: .76rem; }
  [id$="sign-off-table"] td { height: 1.8em; }
  [id$="sign-off-table"] td:empty { height: 3em; }
  dl { break-inside: avoid; }
  h3 + dl { break-after: avoid; }
  caption { break-after: avoid; }
  .card { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: .4rem 0; }
  dl, .card dl { grid-template-columns: 12rem 1fr; }
  .figures { grid-template-columns: repeat(6, 1fr); gap: .3rem; }
  .figures div { padding: .2rem .4rem; }
  .figures dd { font-size: 1.2rem; }
  .verdict { padding: .4rem .8rem; }
  [id$="changes-why-table"] a::after { content: none; }
  .page-break { break-after: page; }
  @page { size: A4; margin: 1.1cm 1.3cm; @bottom-right { font: 8pt sans-serif; } } }
"""


def footer(identity: str) -> str:
    """Print the id of a report at the foot of each page; anything else has no id to print."""
    if not identity.isascii() or not identity.replace("-", "").isalnum():
        return ""
    box = f'@bottom-left {{ content: "{identity}"; font: 8pt sans-serif; }}'
    return f"@media print {{ @page {{ {box} }} }}\n"
