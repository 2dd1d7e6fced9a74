import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { JsonObject } from '../../src/event-store/canonical.js';
import {
  type Document,
  type DocumentedOperation,
  type DocumentedParameter,
  resolved,
} from '../http-openapi/read-document.js';

/** Statuses that a client sees as an answer: problems are thrown, and caches answer with 304. */
const isAnswer = (status: string, content: object): boolean =>
  status !== '304' && !('application/problem+json' in content);

type Contents = NonNullable<DocumentedOperation['requestBody']>['content'];

/** The first media type that there is, its schema that of what comes in it one by one. */
function oneByOne(content: Contents): JsonObject {
  const [[type, { schema, 'x-itemSchema': item }] = ['', { schema: {} }]] = Object.entries(content) as [
    string,
    { schema: JsonObject; 'x-itemSchema'?: JsonObject },
  ][];
  const { data } = (item?.properties ?? {}) as Readonly<Record<string, JsonObject>>;
  return { [type]: { schema: data?.contentSchema ?? item ?? schema } };
}

const forClients = (operation: DocumentedOperation, parameters: readonly object[]): object => ({
  ...operation,
  description: undefined,
  parameters,
  ...(operation.requestBody && {
    requestBody: { required: true, content: oneByOne(operation.requestBody.content) },
  }),
  responses: Object.fromEntries(
    Object.entries(operation.responses)
      .filter(([status, { content = {} }]) => isAnswer(status, content))
      .map(([status, { description, content = {} }]) => [status, { description, content: oneByOne(content) }]),
  ),
});

/** By path nobody asks. */
const KEPT = ['export interface components', 'export interface operations'];

/** The source of the types and the table of operations that the client is made of. */
export async function generateClient(document: Document): Promise<string> {
  const table: string[] = [];
  const paths: Record<string, Record<string, object>> = {};
  for (const [path, methods] of Object.entries(document.paths)) {
    paths[path] = {};
    for (const [method, operation] of Object.entries(methods)) {
      // What has no answer, or speaks a protocol of its own, is not for this client.
      if (operation.tags.includes('Assistants')) continue;
      const parameters = operation.parameters
        .map((each) => resolved(document, each) as DocumentedParameter)
        .filter(({ name }) => name !== 'If-None-Match');
      const cleaned = forClients(operation, parameters) as DocumentedOperation;
      paths[path][method] = cleaned;
      const [accept] = Object.values(cleaned.responses).flatMap(({ content = {} }) => Object.keys(content));
      const [sends] = Object.keys(cleaned.requestBody?.content ?? {});
      const headers = parameters.filter((each) => each.in === 'header').map(({ name }) => name);
      const entry = {
        method: method.toUpperCase(),
        path,
        accept,
        statuses: Object.keys(cleaned.responses).map(Number),
        ...(sends && { sends }),
        headers,
      };
      table.push(`  ${operation.operationId}: ${JSON.stringify(entry)},`);
    }
  }
  const { headers: _, parameters: __, examples: ___, ...components } = document.components;
  const forTypes = { ...document, paths, components } as unknown as OpenAPI3;
  const declared = await openapiTS(forTypes, { immutable: true, emptyObjectsUnknown: true });
  const types = astToString(declared.filter((node) => KEPT.some((name) => astToString(node).startsWith(name))));
  return `// Generated from the OpenAPI document: CLIENT=record npm run jest -- test/client/generated.spec.ts

${types}
/** How each operation is asked. */
export const OPERATIONS = {
${table.join('\n')}
} as const;
`;
}
