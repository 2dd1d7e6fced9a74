import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fineChange, meeting, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';
import { development, statuses, summary } from './results.js';

let client: Client;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
});
afterAll(() => client.close());

const WRONG_LINES: readonly (readonly [line: string, code: string])[] = [
  ['{"development":', 'malformed-json'],
  ['nonsense', 'malformed-json'],
  ['{"matter":{"slug":"x","title":"X","title":"Y"}}', 'malformed-json'],
  ['[]', 'invalid-line'],
  ['null', 'invalid-line'],
  ['{}', 'invalid-line'],
  ['{"development":[]}', 'invalid-line'],
  ['{"person":{"slug":"x"}}', 'invalid-line'],
  ['{"__proto__":{"slug":"x"}}', 'invalid-line'],
  ['{"entity":{"slug":"x"},"matter":{"slug":"x"}}', 'invalid-line'],
  ['{"entity":{"type":"company","name":"x"}}', 'invalid-line'],
  ['{"entity":{"slug":"Not A Slug","type":"company","name":"x"}}', 'invalid-entity'],
  ['{"entity":{"slug":"x","type":"person","name":"x"}}', 'invalid-entity'],
  ['{"entity":{"slug":"miit","type":"company","name":"x"}}', 'entity-type-fixed'],
  ['{"entity":{"slug":"x","type":"company","name":"x","jurisdiction":"atlantis"}}', 'unknown-entity'],
  ['{"matter":{"slug":"x"}}', 'invalid-matter'],
  ['{"development":{"kind":"X"}}', 'invalid-development'],
  ['{"development":{"kind":"FineImposed","ref":""}}', 'invalid-line'],
  ['{"development":{"kind":"FineImposed","ref":5}}', 'invalid-line'],
  ['{"correction":{"changes":{},"reason":"r"}}', 'invalid-line'],
  ['{"correction":{"of":"nothing","changes":{"title":"x"},"reason":"r"}}', 'development-not-found'],
  ['{"correction":{"of":"there","changes":{},"reason":"r"}}', 'nothing-to-correct'],
  ['{"correction":{"of":"there","changes":{"title":"x"}}}', 'invalid-development'],
  ['{"correction":{"of":"there","changes":{"title":"x"},"reason":"r","colour":"red"}}', 'invalid-development'],
  ['{"retraction":{"of":"there"}}', 'invalid-development'],
  ['{"reinstatement":{"of":"there","reason":"r"}}', 'not-retracted'],
  ['{"source":{"of":"there","title":"x"}}', 'invalid-development'],
  ['{"import":{"dataset":"late"}}', 'invalid-line'],
  [`{"matter":{"slug":"x","title":"${'x'.repeat(300_000)}"}}`, 'body-too-large'],
];

/** Each test has a space of refs of its own. */
let datasets = 0;

describe('a line that is wrong', () => {
  it.each(WRONG_LINES.map(([line, code]) => [line.slice(0, 70), code, line]))(
    'is refused alone, the others stand: %s is %s',
    async (_, code, line) => {
      const dataset = { import: { dataset: `${++datasets}` } };
      const there = development(meeting('2021'), 'there');
      const results = await client.import([dataset, there, line, development(meeting('2022'))]);
      expect(statuses(results)).toEqual(['unchanged', 'recorded', code, 'recorded']);
      expect(results[2]).toMatchObject({
        line: 3,
        status: 'refused',
        problem: { code, status: expect.any(Number), detail: expect.any(String), title: expect.any(String) },
      });
      expect(results[2]).not.toHaveProperty('position');
      expect(results.at(-1)).toEqual(summary(4, 2, 1, 1));
    },
  );

  it.each(['{"import":{}}', '{"import":{"dataset":""}}', '{"import":{"dataset":"x","more":1}}'])(
    'as a header is refused with all that follows: %s',
    async (header) => {
      const next = development(meeting('2021', { title: header }));
      expect(statuses(await client.import([header, next]))).toEqual(['invalid-line', 'invalid-line']);
    },
  );

  it('names refs, not the ids they stand for', async () => {
    const lines = [development(fineChange('unheard-of', '2021', usd('1')))];
    const [{ problem } = {}] = await client.import(lines);
    expect(problem).toMatchObject({ code: 'unknown-development', errors: [{ pointer: '/details/fine' }] });
    expect(problem?.detail).toContain('unheard-of');
    expect(JSON.stringify(problem)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it('is recorded once it is mended', async () => {
    const wrong = development(meeting('2021-13'), 'm');
    expect(statuses(await client.import([wrong]))).toEqual(['invalid-development']);
    expect(statuses(await client.import([development(meeting('2021-12'), 'm')]))).toEqual(['recorded']);
  });
});
