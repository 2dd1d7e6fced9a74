import type { JsonObject } from '../../event-store/canonical.js';
import { declarationOf, expectedOf } from '../../fields/field.js';
import { schemaOf } from '../../fields/json-schema.js';
import type { Example } from './examples.js';
import { REQUEST_HEADERS } from './headers.js';
import type { Route } from './routes.js';

/** The Parameter Objects of a route: path, query, headers. */
export function parametersOf(
  { path: template, operation }: Route,
  examples: readonly Example[],
): readonly JsonObject[] {
  const { path = {}, parameters, headers = [] } = operation;
  const inPath = (name: string) => examples.map(({ request }) => partOf(template, request.path, name))[0];
  return [
    ...Object.entries(path).map(([name, parameter]): JsonObject => {
      const example = inPath(name);
      return { name, in: 'path', required: true, ...parameter, ...(example !== undefined && { example }) };
    }),
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

/** What stands in a path for a parameter of its template. */
function partOf(template: string, path: string, name: string): string | undefined {
  const [plain = ''] = path.split('?');
  return plain.split('/')[template.split('/').indexOf(`{${name}}`)];
}

/** The headers that operations refer to. */
export const HEADER_PARAMETERS: JsonObject = Object.fromEntries(
  Object.entries(REQUEST_HEADERS).map(([name, header]) => [name, { in: 'header', ...header }]),
);
