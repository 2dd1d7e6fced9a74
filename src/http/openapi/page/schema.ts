import type { JsonObject, JsonValue } from '../../../event-store/canonical.js';
import { nameIn } from './described.js';
import { type Html, html, prose } from './html.js';

type Schemas = readonly JsonObject[];

/** What sort of value a schema is of, in a few words. */
export function sortOf(schema: JsonObject): Html {
  if (schema.$ref !== undefined) return html`<a href="#schema-${nameIn(schema.$ref)}">${nameIn(schema.$ref)}</a>`;
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (Array.isArray(schema.enum))
    return either(schema.enum.map((word: JsonValue) => html`<code>${String(word)}</code>`));
  const alternatives = (schema.anyOf ?? schema.oneOf) as Schemas | undefined;
  if (alternatives && schema.type === undefined) return either(alternatives.map(sortOf));
  if (Array.isArray(schema.allOf) && schema.type === undefined) return sortOf(schema.allOf[0] as JsonObject);
  if (schema.type === 'array') return html`list of ${sortOf(schema.items as JsonObject)}`;
  return html`${schema.format === undefined ? String(schema.type ?? 'any') : String(schema.format)}`;
}

const either = (sorts: readonly Html[]): Html =>
  html`${sorts.map((sort, index) => (index === 0 ? sort : html`${index === sorts.length - 1 ? ' or ' : ', '}${sort}`))}`;

/** A named schema: its members, or what it is otherwise. */
export const schemaEntry = (name: string, schema: JsonObject): Html => html`
<details><summary><code>${name}</code></summary>
<div id="schema-${name}">${schema.description !== undefined && html`<p>${prose(String(schema.description))}</p>`}
${bodyOf(schema)}</div>
</details>`;

function bodyOf(schema: JsonObject): Html {
  const alternatives = (schema.anyOf ?? schema.oneOf) as Schemas | undefined;
  if (schema.properties !== undefined) return membersOf(schema);
  if (!alternatives) return html`<p>${sortOf(schema)}</p>`;
  return html`<ul>${alternatives.map((each) => html`<li>${sortOf(each)} ${each.$ref === undefined && bodyOf(each)}</li>`)}</ul>`;
}

function membersOf({ properties, required = [], allOf = [] }: JsonObject): Html {
  const members = Object.entries(properties as Readonly<Record<string, JsonObject>>);
  const needed = new Set(required as readonly string[]);
  const bases = (allOf as Schemas).filter(({ $ref }) => $ref !== undefined);
  return html`${bases.map((base) => html`<p>All of ${sortOf(base)}, and:</p>`)}
<table><thead><tr><th scope="col">member</th><th scope="col">sort</th><th scope="col">what it is</th></tr></thead>
<tbody>${members.map(
    ([name, schema]) => html`
<tr><th scope="row"><code>${name}</code>${!needed.has(name) && html` <small>optional</small>`}</th><td>${sortOf(schema)}</td>
<td>${prose(String(schema.description ?? ''))}${schema.type === 'object' && schema.properties !== undefined && membersOf(schema)}</td></tr>`,
  )}</tbody></table>`;
}
