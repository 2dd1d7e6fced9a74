import type { JsonObject, JsonValue } from '../../../event-store/canonical.js';
import {
  type Described,
  type DescribedContent,
  type DescribedExample,
  type DescribedOperation,
  type DescribedParameter,
  nameIn,
  PROBLEM_TYPE,
} from './described.js';
import { type Html, html, paragraphs, prose } from './html.js';
import { sortOf } from './schema.js';

const shown = (value: JsonValue): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));

export const exampleOf = ({ summary, value }: DescribedExample): Html => html`
<details><summary>${summary}</summary><pre tabindex="0">${shown(value)}</pre></details>`;

/** An operation with all that is said of it. */
export function operationEntry(
  method: string,
  path: string,
  operation: DescribedOperation,
  described: Described,
): Html {
  const { operationId, summary, description, security, parameters, requestBody, responses } = operation;
  const role = security.flatMap((way) => Object.values(way).flat())[0];
  const answers = Object.entries(responses);
  const codes = answers.flatMap(([, { content }]) => Object.keys(content?.[PROBLEM_TYPE]?.examples ?? {}));
  const samples = operation['x-codeSamples'] ?? [];
  return html`
<article id="${operationId}"><h3>${summary}</h3>
<p class="route"><b class="${method}">${method.toUpperCase()}</b> <code>${path}</code> <small>${operationId}</small></p>
${description !== undefined && paragraphs(description)}
${role !== undefined && html`<p><small>Where there are keys or tokens it needs the role <b>${role}</b>.</small></p>`}
${parameters.length > 0 && parametersTable(parameters.map((each) => resolved(each, described)))}
${requestBody && html`<h4>Body</h4>${typesOf(requestBody.content, described)}`}
${samples.length > 0 && html`<h4>Examples</h4>${samples.map(({ label, source }) => html`<p>${label}</p><pre tabindex="0">${source}</pre>`)}`}
<h4>Answers</h4>
${answers
  .filter(([, { content }]) => !content?.[PROBLEM_TYPE])
  .map(
    ([status, { description, headers = {}, content = {} }]) => html`
<p><b>${status}</b> ${prose(description)} ${Object.keys(headers).length > 0 && html`<small>${Object.keys(headers).join(', ')}</small>`}</p>${typesOf(content, described)}${Object.values(content).map(({ examples = {} }) => Object.values(examples).map(exampleOf))}`,
  )}
<h4>Problems</h4>
${codeList(codes, described)}
</article>`;
}

const codeList = (codes: readonly string[], { components }: Described): Html =>
  html`<ul class="codes">${codes.map((code) => {
    const { status = '' } = (components.examples[code]?.value ?? {}) as JsonObject;
    return html`<li>${String(status)} <a href="#problem-${code}">${code}</a></li>`;
  })}</ul>`;

const resolved = (
  parameter: DescribedOperation['parameters'][number],
  { components }: Described,
): DescribedParameter =>
  '$ref' in parameter ? (components.parameters[nameIn(parameter.$ref)] as DescribedParameter) : parameter;

const parametersTable = (parameters: readonly DescribedParameter[]): Html => html`<h4>Parameters</h4>
<table><thead><tr><th scope="col">name</th><th scope="col">in</th><th scope="col">what it is</th></tr></thead>
<tbody>${parameters.map(
  ({ name, in: place, required, description, schema, example }) => html`
<tr><th scope="row"><code>${name}</code>${required === true && html` <small>required</small>`}</th><td class="word">${place}</td>
<td>${prose(description)} <small>${Array.isArray(schema.enum) && html`${sortOf(schema)}; `}for example <code>${String(example)}</code></small></td></tr>`,
)}</tbody></table>`;

/** A line; of a server-sent event its data. */
function eachOf(line: JsonObject): Html {
  const { data } = (line.properties ?? {}) as Readonly<Record<string, JsonObject>>;
  const { contentSchema } = data ?? {};
  return contentSchema
    ? html`data of each event: ${sortOf(contentSchema as JsonObject)}`
    : html`each line: ${sortOf(line)}`;
}

const typesOf = (contents: Readonly<Record<string, DescribedContent>>, described: Described): Html =>
  html`${Object.entries(contents).map(
    ([type, { schema, 'x-itemSchema': line, 'x-problems': problems }]) => html`
<p><code>${type}</code> ${line ? eachOf(line) : sortOf(schema)}</p>
${problems && html`<p>A line may tell of:</p>${codeList(Object.keys(problems), described)}`}`,
  )}`;
