import { CONTROLLERS } from '../../src/app.module.js';
import type { JsonObject, JsonValue } from '../../src/event-store/canonical.js';
import { type Example, mediaTypeOf } from '../../src/http/openapi/examples.js';
import { publish } from '../../src/http/openapi/published.js';
import { SECURITY_HEADERS } from '../../src/http/security-headers.js';
import { ndjson } from '../service.js';
import { type Document, type DocumentedOperation, operationsIn, resolved } from './read-document.js';
import { Validator } from './validator.js';

/** The document as it is served. */
export const document: Document = JSON.parse(publish(CONTROLLERS).document.text);
export const operations = operationsIn(document);
export const validator = new Validator(document);

const byName = new Map(operations.map(({ operation }) => [operation.operationId, operation]));

export function operationNamed(name: string): DocumentedOperation {
  const operation = byName.get(name);
  if (!operation) throw new Error(`there is no operation ${name}`);
  return operation;
}

/** What the document says is wrong with an answer of an operation. */
export function problemsOfAnswer(operation: string, { status, headers, body }: Example['answer']): readonly string[] {
  const answer = operationNamed(operation).responses[status];
  if (answer === undefined) return [`${status} is not described`];
  if (answer.content === undefined && body === undefined) return [];
  const type = mediaTypeOf(headers) ?? '';
  const content = answer.content?.[type];
  if (content === undefined) return [`${type} is not described`];
  return problemsOf(content, body);
}

/** What the document says is wrong with a body that an operation is sent. */
export function problemsOfBody(operation: string, { headers, body }: Example['request']): readonly string[] {
  const content = operationNamed(operation).requestBody?.content[mediaTypeOf(headers) ?? ''];
  return content ? problemsOf(content, body) : ['it takes no such body'];
}

/** Names of headers by which clients steer, and values that the document does not allow an answer to have. */
export function problemsOfHeaders(operation: string, status: number, headers: Headers): readonly string[] {
  const described = operationNamed(operation).responses[status]?.headers ?? {};
  return ['ETag', 'Location', 'Idempotency-Replayed', 'Retry-After', 'Cache-Control'].flatMap((name) => {
    const value = headers.get(name);
    if (value === null) return [];
    const header = described[name];
    if (!header) return [`${name} is not described`];
    return validator.problems((resolved(document, header) as { schema: JsonObject }).schema, value);
  });
}

/** Headers that any answer may have: of the transport, of the gate, and the request's name. */
const ALWAYS = new Set([
  ...['content-type', 'content-length', 'transfer-encoding', 'date', 'connection', 'keep-alive'],
  ...Object.keys(SECURITY_HEADERS),
  ...['ratelimit', 'ratelimit-policy', 'x-request-id'],
]);

/** Headers of an answer that the document does not tell of, or of which it says something else. */
export function unexpectedHeaders(operation: string, status: number, headers: Headers): readonly string[] {
  const described = Object.entries(operationNamed(operation).responses[status]?.headers ?? {});
  return [...headers].flatMap(([name, value]) => {
    const [, header] = described.find(([each]) => each.toLowerCase() === name) ?? [];
    if (!header) return ALWAYS.has(name) ? [] : [`${name} is not described`];
    return validator.problems((resolved(document, header) as { schema: JsonObject }).schema, value);
  });
}

const problemsOf = ({ schema, 'x-itemSchema': item }: Described, body: JsonValue | undefined): readonly string[] => {
  if (item === undefined) return validator.problems(schema, body);
  const { contentSchema } = (item.properties as Readonly<Record<string, JsonObject>> | undefined)?.data ?? {};
  if (contentSchema === undefined) {
    return ndjson<JsonValue>(String(body)).flatMap((each) => validator.problems(item, each));
  }
  return eventsIn(String(body)).flatMap((event) => [
    ...validator.problems(item, event),
    ...validator.problems(contentSchema as JsonObject, JSON.parse(event.data ?? 'null')),
  ]);
};

interface Described {
  readonly schema: JsonObject;
  readonly 'x-itemSchema'?: JsonObject;
}

/** The fields of each server-sent event; comments are none. */
const eventsIn = (text: string): readonly Readonly<Record<string, string>>[] =>
  text
    .split('\n\n')
    .map((block) =>
      Object.fromEntries(
        block
          .split('\n')
          .filter((line) => line !== '' && !line.startsWith(':'))
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trimStart()]),
      ),
    )
    .filter((event) => Object.keys(event).length > 0);
