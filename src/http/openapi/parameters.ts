import type { JsonObject } from '../../event-store/canonical.js';
import { declarationOf, expectedOf } from '../../fields/field.js';
import { schemaOf } from '../../fields/json-schema.js';
import { REQUEST_HEADERS } from './headers.js';
import type { OperationDoc } from './operation.js';

/** The Parameter Objects of an operation: path, query, headers. */
export function parametersOf({ path = {}, parameters, headers = [] }: OperationDoc): readonly JsonObject[] {
  return [
    ...Object.entries(path).map(([name, parameter]): JsonObject => ({ name, in: 'path', required: true, ...parameter })),
    ...(parameters === undefined ? [] : declarationOf(parameters).fields).map(
      ({ name, type, optional, description = expectedOf(type), example }): JsonObject => ({
        name,
        in: 'query',
        ...(!optional && { required: true }),
        description,
        schema: schemaOf(type),
        ...(example !== undefined && { example }),
      }),
    ),
    ...headers.map((header): JsonObject => ({ $ref: `#/components/parameters/${header}` })),
  ];
}

/** The headers that operations refer to. */
export const HEADER_PARAMETERS: JsonObject = Object.fromEntries(
  Object.entries(REQUEST_HEADERS).map(([name, header]) => [name, { in: 'header', ...header }]),
);
