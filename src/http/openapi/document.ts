import type { Type } from '@nestjs/common';
import type { JsonObject } from '../../event-store/canonical.js';
import type { AnySchema } from '../../schema.js';
import { SECURITY_SCHEMES, securityOf } from './access.js';
import { codeSample } from './code-sample.js';
import { answersOf, HEADER_COMPONENTS, requestBodyOf } from './contents.js';
import type { Examples } from './examples.js';
import { INTRODUCTION } from './introduction.js';
import type { OperationDoc } from './operation.js';
import { HEADER_PARAMETERS, parametersOf } from './parameters.js';
import { PROBLEM } from './problem.schema.js';
import { problemExamples, problemsOf } from './problems.js';
import { type Route, routesOf } from './routes.js';
import { SECTIONS } from './sections.js';

/** The OpenAPI 3.1 document of the routes of controllers: the same for the same code and examples. */
export function openApiDocument(controllers: readonly Type[], version: string, examples: Examples): JsonObject {
  const routes = routesOf(controllers);
  return {
    openapi: '3.1.1',
    info: {
      title: 'regulatory-timeline',
      version,
      summary: 'What happened in regulation, what was so on any day, and what was known when.',
      description: INTRODUCTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'The service that this document comes from.' }],
    tags: Object.entries(SECTIONS).map(([name, description]) => ({ name, description })),
    paths: pathsOf(routes, examples),
    components: {
      schemas: schemasOf(routes),
      parameters: HEADER_PARAMETERS,
      headers: HEADER_COMPONENTS,
      securitySchemes: SECURITY_SCHEMES,
      examples: problemExamples(examples),
    },
  };
}

type Responses = Readonly<Record<string, JsonObject>>;

function pathsOf(routes: readonly Route[], { operations }: Examples): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const route of routes) {
    const { method, path, section, operation } = route;
    const { id, summary, description, needs, basic, problems } = operation;
    const examples = operations[id] ?? [];
    paths[path] = {
      ...paths[path],
      [method]: {
        operationId: id,
        tags: [section],
        summary,
        ...(description !== undefined && { description }),
        security: securityOf(needs, basic),
        parameters: parametersOf(route, examples),
        ...requestBodyOf(operation, examples),
        responses: merged(answersOf(operation, examples), problemsOf(problems)),
        ...(examples.length > 0 && { 'x-codeSamples': examples.map(codeSample) }),
      },
    };
  }
  return paths;
}

/** Answers and problems by status; of a status that has both, either may come. */
function merged(answers: Responses, problems: Responses): Responses {
  const both = Object.entries(problems).map(([status, problem]) => {
    const answer = answers[status];
    if (!answer) return [status, problem] as const;
    const of = (name: string): JsonObject => ({ ...(answer[name] as JsonObject), ...(problem[name] as JsonObject) });
    const description = `${answer.description} ${problem.description}`;
    return [status, { description, headers: of('headers'), content: of('content') }] as const;
  });
  return { ...answers, ...Object.fromEntries(both) };
}

/** Every named schema that the routes use, by name. */
function schemasOf(routes: readonly Route[]): JsonObject {
  const parts = [PROBLEM, ...routes.flatMap(({ operation }) => schemasIn(operation))].map((schema) => schema.parts);
  const all: Record<string, JsonObject> = Object.assign({}, ...parts);
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const schemasIn = ({ body = {}, answers }: OperationDoc): readonly AnySchema[] =>
  [body, ...Object.values(answers).map(({ content = {} }) => content)].flatMap((contents) =>
    Object.values(contents).map(({ schema }) => schema),
  );
