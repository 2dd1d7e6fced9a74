import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONTROLLERS } from '../../src/app.module.js';
import type { JsonObject } from '../../src/event-store/canonical.js';
import { publish } from '../../src/http/openapi/published.js';
import { STATUS } from '../../src/http/problem.js';
import { document, operations, validator } from './conformity.js';
import { codesOf, type DocumentedParameter, referencesIn, resolved } from './read-document.js';
import { openStage, type Stage } from './stage.js';

const served: string[] = [];
let stage: Stage;
beforeAll(async () => {
  // Fastify answers HEAD wherever it answers GET.
  stage = await openStage((method, path) => method !== 'HEAD' && served.push(`${method} ${path}`));
});
afterAll(() => stage.close());

describe('the OpenAPI document', () => {
  it('describes every route that is served, and no other, but for the page at / and what that loads', () => {
    const described = operations.map(
      ({ method, path }) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    );
    expect([...described, 'GET /', 'GET /assets/:name'].sort()).toEqual([...served].sort());
  });

  it('is of OpenAPI 3.1, in the version of the program', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.info.version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });

  it('is the same every time', () => {
    expect(publish(CONTROLLERS).document).toEqual(publish(CONTROLLERS).document);
  });

  it('names every operation once, in the manner of names', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+([A-Z][a-z]+)+$/);
  });

  it('offers a key to what would otherwise be recorded twice: POSTs of one statement, never PUTs', () => {
    const keyed = operations.filter(({ operation }) =>
      operation.parameters.some((each) => (resolved(document, each) as DocumentedParameter).name === 'Idempotency-Key'),
    );
    expect(keyed.map(({ operation }) => operation.operationId).sort()).toEqual([
      'addSource',
      'correctDevelopment',
      'recordDevelopment',
      'reinstateDevelopment',
      'retractDevelopment',
    ]);
  });

  it('refers to nothing that it does not have, and has nothing that it does not refer to', () => {
    const references = new Set(referencesIn(document as unknown as JsonObject));
    for (const $ref of references) expect(resolved(document, { $ref })).toBeDefined();
    const present = Object.entries(document.components).flatMap(([sort, members]) =>
      Object.keys(members).map((name) => `#/components/${sort}/${name}`),
    );
    expect(present.filter((name) => !references.has(name))).toEqual([]);
  });

  it('has every problem code, each with when it is answered and an example of its status', () => {
    expect(Object.keys(document.components.examples ?? {})).toEqual(Object.keys(STATUS));
    for (const [code, { summary, value }] of Object.entries(document.components.examples ?? {})) {
      expect(summary).toMatch(/^[A-Za-z].*\.$/);
      expect(value).toMatchObject({ code, status: STATUS[code as keyof typeof STATUS] });
    }
    const mentioned = JSON.stringify(document.paths) + JSON.stringify(document.components.schemas?.ImportResult);
    for (const code of Object.keys(STATUS)) expect(mentioned).toContain(`"${code}"`);
  });
});

describe.each(operations.map(({ method, path, operation }) => [method, path, operation] as const))(
  'of %s %s the document',
  (_method, _path, operation) => {
    it('says in a few words what it is for, in a section', () => {
      expect(operation.summary).toMatch(/^[A-Z][^.]{4,60}$/);
      expect(operation.tags).toHaveLength(1);
    });

    it('describes every parameter, with an example that fits', () => {
      for (const each of operation.parameters) {
        const { description, schema, example, name } = resolved(document, each) as DocumentedParameter;
        expect({ name, description }).toEqual({ name, description: expect.stringMatching(/^\S.*[.?]$/) });
        expect({ name, problems: validator.problems(schema, example) }).toEqual({ name, problems: [] });
      }
    });

    it('has an example of every body and of every answer, problems included', () => {
      const contents = [operation.requestBody ?? {}, ...Object.values(operation.responses)].flatMap(
        ({ content = {} }: { content?: Readonly<Record<string, { examples?: object }>> }) => Object.entries(content),
      );
      for (const [type, { examples = {} }] of contents) {
        expect([type, Object.keys(examples).length]).not.toEqual([type, 0]);
      }
    });

    it('lists the problems it may answer with, each under its status', () => {
      expect(codesOf(operation)).toContain('internal-error');
      for (const [status, { content = {} }] of Object.entries(operation.responses)) {
        for (const code of Object.keys(content['application/problem+json']?.examples ?? {})) {
          expect([code, String(STATUS[code as keyof typeof STATUS])]).toEqual([code, status]);
        }
      }
    });
  },
);
