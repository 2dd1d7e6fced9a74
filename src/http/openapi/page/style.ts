/** The style of the page, for light and dark screens, narrow and wide ones, and paper. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2330; --faint: #5b6575; --paper: #fff; --line: #dde2ea; --inset: #f5f7fa;
  --link: #0b57b0; --get: #0b6b3a; --post: #8a4b00; --put: #5b2a9d; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e8ef; --faint: #9aa5b5; --paper: #14181f; --line: #2c3440; --inset: #1c222c;
    --link: #84b6ff; --get: #6fd39b; --post: #f0b46a; --put: #c3a3f5; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 3rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
main { max-width: 60rem; padding: 1.5rem; overflow-wrap: anywhere; }
nav { padding: 1.5rem; border-bottom: 1px solid var(--line); font-size: .9rem; }
nav h2 { margin: 1rem 0 .25rem; font-size: .9rem; }
nav ul { margin: 0; padding: 0; list-style: none; }
nav li { padding: .1rem 0; }
@media (min-width: 64rem) {
  body { display: grid; grid-template-columns: 19rem 1fr; }
  nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; border: 0; border-right: 1px solid var(--line); }
  main { padding: 1.5rem 3rem; } }
@media print { nav, .skip { display: none; } }
a { color: var(--link); } nav a { color: inherit; text-decoration: none; } nav a:hover { text-decoration: underline; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
h1 { margin: 0 0 .5rem; line-height: 1.2; } h1 small { font-weight: normal; color: var(--faint); }
h2 { margin: 3rem 0 .5rem; } h3 { margin: 0 0 .25rem; font-size: 1.15rem; }
h4 { margin: 1.25rem 0 .25rem; font-size: .95rem; color: var(--faint); }
p { margin: .4rem 0; } .lead { font-size: 1.15rem; } small { color: var(--faint); }
article { margin: 1.5rem 0; padding-top: 1.5rem; border-top: 1px solid var(--line); }
#problems article { margin: 0; padding: .5rem 0; } #problems h3 { font-size: 1rem; font-weight: normal; }
.route code { font-size: 1.05rem; } .get { color: var(--get); } .post { color: var(--post); } .put { color: var(--put); }
code, pre { font: .875em/1.5 ui-monospace, monospace; }
pre { margin: .4rem 0; padding: .75rem 1rem; max-height: 30rem; overflow: auto; background: var(--inset); border-radius: 6px;
  white-space: pre-wrap; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { color: var(--faint); font-weight: normal; } tbody th { font-weight: normal; white-space: nowrap; }
.word { white-space: nowrap; }
details { margin: .25rem 0; } summary { cursor: pointer; }
.codes { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; margin: 0; padding: 0; list-style: none; font-size: .9rem; }
`;
