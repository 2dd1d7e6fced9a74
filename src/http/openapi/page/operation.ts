import type { JsonValue } from '../../../event-store/canonical.js';
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
export function operationEntry(method: string, path: string, operation: DescribedOperation, described: Described): Html {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const answers = Object.entries(responses);
  const codes = answers.flatMap(([status, { content }]) =>
    Object.keys(content?.[PROBLEM_TYPE]?.examples ?? {}).map((code) => [status, code] as const),
  );
  const samples = operation['x-codeSamples'] ?? [];
  return html`
<article id="${operationId}"><h3>${summary}</h3>
<p class="route"><b class="${method}">${method.toUpperCase()}</b> <code>${path}</code> <small>${operationId}</small></p>
${description !== undefined && paragraphs(description)}
${parameters.length > 0 && parametersTable(parameters.map((each) => resolved(each, described)))}
${requestBody && html`<h4>Body</h4>${contentsOf(requestBody.content)}`}
${samples.length > 0 && html`<h4>Try it</h4>${samples.map(({ label, source }) => html`<p>${label}</p><pre tabindex="0">${source}</pre>`)}`}
<h4>Answers</h4>
${answers
  .filter(([, { content }]) => !content?.[PROBLEM_TYPE])
  .map(
    ([status, { description, headers = {}, content = {} }]) => html`
<p><b>${status}</b> ${prose(description)} ${Object.keys(headers).length > 0 && html`<small>${Object.keys(headers).join(', ')}</small>`}</p>${contentsOf(content)}`,
  )}
<h4>Problems</h4>
<ul class="codes">${codes.map(([status, code]) => html`<li>${status} <a href="#problem-${code}">${code}</a></li>`)}</ul>
</article>`;
}

const resolved = (parameter: DescribedOperation['parameters'][number], { components }: Described): DescribedParameter =>
  '$ref' in parameter ? (components.parameters[nameIn(parameter.$ref)] as DescribedParameter) : parameter;

const parametersTable = (parameters: readonly DescribedParameter[]): Html => html`<h4>Parameters</h4>
<table><thead><tr><th scope="col">name</th><th scope="col">in</th><th scope="col">what it is</th><th scope="col">example</th></tr></thead>
<tbody>${parameters.map(
  ({ name, in: place, required, description, schema, example }) => html`
<tr><th scope="row"><code>${name}</code>${required === true && html` <small>required</small>`}</th><td>${place}</td>
<td>${prose(description)}${Array.isArray(schema.enum) && html` <small>${sortOf(schema)}</small>`}</td><td><code>${String(example ?? '')}</code></td></tr>`,
)}</tbody></table>`;

const contentsOf = (contents: Readonly<Record<string, DescribedContent>>): Html =>
  html`${Object.entries(contents).map(
    ([type, { schema, 'x-itemSchema': line, examples = {} }]) => html`
<p><code>${type}</code> ${line ? html`each line: ${sortOf(line)}` : sortOf(schema)}</p>${Object.values(examples).map(exampleOf)}`,
  )}`;
