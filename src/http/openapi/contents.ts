import type { JsonObject, JsonValue } from '../../event-store/canonical.js';
import type { ProblemCode } from '../problem.js';
import { type Example, mediaTypeOf } from './examples.js';
import { RESPONSE_HEADERS, type ResponseHeader } from './headers.js';
import type { Answer, Content, OperationDoc } from './operation.js';

type Contents = Readonly<Record<string, Content>>;

/** References to the examples of problems, by code. */
export const exampleReferences = (codes: readonly ProblemCode[]): JsonObject =>
  Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]));

/** A Media Type Object; what comes line by line says the schema of a line in the words of OpenAPI 3.2. */
function mediaType(
  { schema, many, problems }: Content,
  examples: readonly (readonly [Example, JsonValue])[],
): JsonObject {
  return {
    ...(many === undefined ? { schema: schema.json } : manyOf(schema.json)[many]),
    ...(problems && { 'x-problems': exampleReferences(problems) }),
    ...(examples.length > 0 && {
      examples: Object.fromEntries(examples.map(([{ name, summary }, value]) => [name, { summary, value }])),
    }),
  };
}

const contents = (
  byType: Contents,
  examplesOf: (type: string) => readonly (readonly [Example, JsonValue])[],
): JsonObject =>
  Object.fromEntries(Object.entries(byType).map(([type, content]) => [type, mediaType(content, examplesOf(type))]));

const manyOf = (json: JsonObject): Readonly<Record<NonNullable<Content['many']>, JsonObject>> => ({
  lines: { schema: { type: 'string', description: 'One JSON document to a line.' }, 'x-itemSchema': json },
  events: {
    schema: { type: 'string', description: 'Lines `id: <position>` and `data: <JSON>`, then a blank one.' },
    'x-itemSchema': {
      type: 'object',
      required: ['id', 'data'],
      properties: {
        id: { type: 'string', description: 'The position.', pattern: '^[1-9]\\d*$' },
        data: { type: 'string', contentMediaType: 'application/json', contentSchema: json },
      },
    },
  },
});

/** The Request Body Object of an operation. */
export function requestBodyOf({ body }: OperationDoc, examples: readonly Example[]): JsonObject {
  if (body === undefined) return {};
  const sent = (type: string) =>
    examples.flatMap((example) => {
      const { headers, body: value } = example.request;
      return value !== undefined && mediaTypeOf(headers) === type ? [[example, value] as const] : [];
    });
  return { requestBody: { required: true, content: contents(body, sent) } };
}

/** The Response Objects of an operation by status, problems apart. */
export const answersOf = ({ answers }: OperationDoc, examples: readonly Example[]): Record<string, JsonObject> =>
  Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => [
      status,
      answerOf(
        answer,
        examples.filter((example) => example.answer.status === Number(status)),
      ),
    ]),
  );

function answerOf({ description, content, headers = [] }: Answer, examples: readonly Example[]): JsonObject {
  const answered = (type: string) =>
    examples.flatMap((example) => {
      const { headers, body } = example.answer;
      return body !== undefined && mediaTypeOf(headers) === type ? [[example, body] as const] : [];
    });
  return {
    description,
    ...(headers.length > 0 && { headers: headersOf(headers) }),
    ...(content && { content: contents(content, answered) }),
  };
}

export const headersOf = (headers: readonly ResponseHeader[]): JsonObject =>
  Object.fromEntries(
    headers.map((header) => [RESPONSE_HEADERS[header].name, { $ref: `#/components/headers/${header}` }]),
  );

/** The headers that answers refer to. */
export const HEADER_COMPONENTS: JsonObject = Object.fromEntries(
  Object.entries(RESPONSE_HEADERS).map(([name, { name: _, ...header }]) => [name, header]),
);
