import type { JsonObject, JsonValue } from '../../../event-store/canonical.js';
import type { Described } from './described.js';
import { Html, html, paragraphs } from './html.js';
import { exampleOf, operationEntry } from './operation.js';
import { schemaEntry } from './schema.js';
import { STYLE } from './style.js';

/** An OpenAPI document as one page of HTML that needs nothing else. */
export function renderPage(document: JsonObject): string {
  const described = document as unknown as Described;
  const { info, tags, components } = described;
  const operations = operationsOf(described);
  const of = (tag: string) => operations.filter(({ operation }) => operation.tags.includes(tag));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title} ${info.version}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="skip" href="#content">To the content</a>
<nav aria-label="Operations">
${tags.map(
  ({ name }) => html`<h2><a href="#section-${name}">${name}</a></h2>
<ul>${of(name).map(({ method, operation: { operationId, summary } }) => html`<li><a href="#${operationId}"><b class="${method}">${method.toUpperCase()}</b> ${summary}</a></li>`)}</ul>`,
)}
<h2><a href="#problems">Problems</a></h2>
<h2><a href="#schemas">Schemas</a></h2>
</nav>
<main id="content">
<h1>${info.title} <small>${info.version}</small></h1>
<p class="lead">${info.summary}</p>
${paragraphs(info.description)}
<p>The same for programs: <a href="openapi.json">openapi.json</a>. In the commands below $API is where this page is, such as <code>API=http://127.0.0.1:3000</code>.</p>
${tags.map(
  ({ name, description }) => html`
<section id="section-${name}"><h2>${name}</h2><p>${description}</p>
${of(name).map(({ method, path, operation }) => operationEntry(method, path, operation, described))}
</section>`,
)}
<section id="problems"><h2>Problems</h2>
${Object.entries(components.examples).map(([code, { summary, value }]) => problemEntry(code, summary, value))}
</section>
<section id="schemas"><h2>Schemas</h2>
${Object.entries(components.schemas).map(([name, schema]) => schemaEntry(name, schema))}
</section>
</main>
</body>
</html>
`.text;
}

const problemEntry = (code: string, meaning: string, example: JsonValue): Html => html`
<article id="problem-${code}"><h3><code>${code}</code> <small>${String((example as JsonObject).status)}</small></h3><p>${meaning}</p>${exampleOf({ summary: 'Example', value: example })}</article>`;

const operationsOf = ({ paths }: Described) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
