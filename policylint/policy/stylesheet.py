"""The look of the HTML page: system fonts, light, dark and print, from 320 pixels up.

Every pair of colours has a contrast of 4.5 to 1 or more.
"""

STYLESHEET = """\
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #4d5560; --paper: #ffffff;
  --line: #c9d0d8; --tint: #f3f5f8; --link: #0b4fa8; --alarm: #8a1c1c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eaed; --soft: #b3bac4; --paper: #15181c; --line: #424a54; --tint: #1f242a;
    --link: #8ab8ff; --alarm: #ff9d94; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  overflow-wrap: anywhere; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1 { font-size: 1.9rem; margin-bottom: 1.25rem; }
h2 { font-size: 1.4rem; margin: 3rem 0 .75rem; padding-top: 1rem;
  border-top: 1px solid var(--line); }
h3 { font-size: 1.15rem; margin: 2.25rem 0 .5rem; }
h4 { font-size: 1rem; }
p, ul { margin: 0 0 .9rem; }
ul { padding-left: 1.25rem; }
li { margin-bottom: .3rem; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code { font: .95em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  background: var(--tint); padding: .05em .3em; border-radius: .2em; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--paper); }
.choices { padding: .75rem 1rem; background: var(--tint); border-left: .25rem solid var(--link); }
.draft { padding: .75rem 1rem; border: 2px solid var(--alarm); margin-bottom: 1.5rem; }
.draft strong:first-child { color: var(--alarm); }
.contents { margin: 1.5rem 0; }
.contents ul { columns: 18rem; column-gap: 2rem; list-style: none; padding: 0; }
.contents li { break-inside: avoid; }
.contents a { display: inline-block; min-height: 1.5rem; }
.card { border: 1px solid var(--line); border-radius: .4rem; padding: .9rem 1rem;
  margin: 0 0 1rem; }
.card h4 { margin-bottom: .5rem; }
.card h4 code { background: none; padding: 0; font-size: 1.05rem; }
dl { margin: 0 0 1rem; display: grid; grid-template-columns: 1fr; }
.card dl { margin: 0; }
dt { color: var(--soft); font-size: .9rem; }
dd { margin: 0 0 .5rem; }
@media (min-width: 36rem) {
  dl { grid-template-columns: 13rem 1fr; column-gap: 1rem; }
  dt { grid-column: 1; padding: .05rem 0; }
  dd { grid-column: 2; margin-bottom: .3rem; } }
.scroll { overflow-x: auto; margin: 0 0 1rem; }
table { border-collapse: collapse; min-width: 38rem; width: 100%; font-size: .95rem;
  overflow-wrap: break-word; }
caption { text-align: left; color: var(--soft); padding-bottom: .4rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0;
  border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
th[scope="col"], dt { hyphens: auto; hyphenate-limit-chars: 10 4 4; }
td a { overflow-wrap: anywhere; }
@media print {
  :root { --ink: #000000; --soft: #333333; --paper: #ffffff; --line: #888888; --tint: #ffffff;
    --link: #000000; --alarm: #000000; }
  .skip, .contents { display: none; }
  main { max-width: none; padding: 0; }
  .card, tr, .draft { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  thead { display: table-header-group; }
  a[href^="http"]::after { content: " <" attr(href) ">"; font-size: .85em; }
  a.bare::after { content: none !important; }
  @page { margin: 2cm; @bottom-right { content: counter(page) " / " counter(pages); } } }
"""
