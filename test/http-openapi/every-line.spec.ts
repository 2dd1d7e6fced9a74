import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject, JsonValue } from '../../src/event-store/canonical.js';
import { LogUnavailable, RevisionConflict } from '../../src/event-store/errors.js';
import { ndjson } from '../service.js';
import { type Asked, BECAUSE, development, fined, NOBODY, recorded, retracted } from './asked.js';
import { operationNamed, problemsOfAnswer } from './conformity.js';
import { exchange, perform } from './perform.js';
import type { Request, Told } from './scenario.js';
import { type Faults, openStage, type Stage } from './stage.js';

/** What is imported, the last line of which is refused. */
interface Provocation {
  readonly lines: (asked: Pick<Asked, 'ask' | 'told'>) => Promise<readonly JsonValue[]> | readonly JsonValue[];
  readonly faults?: Faults;
}

const stating = (body: JsonObject): Provocation => ({ lines: () => [{ development: body }] });
const MATTER: JsonObject = { matter: { slug: 'lately', title: 'Lately' } };
const fineOf = ({ fine }: Told): string => String(fine?.id);
const sourceOf = (told: Told, title: string): JsonObject => ({
  source: { of: fineOf(told), publisher: 'SAMR', title },
});

const onRetracted: Provocation['lines'] = async (asked) => {
  const of = await recorded(asked);
  await retracted(asked, of);
  return [{ correction: { of, changes: { when: '2021-05' }, ...BECAUSE } }];
};

const stale: Provocation['lines'] = async ({ told, ask }) => {
  const later = sourceOf(told, 'Read later');
  await ask(imported([later]));
  return [sourceOf(told, 'Read before'), later];
};

/** By code. */
const PROVOCATIONS: Readonly<Record<string, Provocation>> = {
  'malformed-json': { lines: () => ['{"entity":'] },
  'invalid-line': { lines: () => [{ planet: { slug: 'mars' } }] },
  'body-too-large': stating(fined({ note: 'x'.repeat(300_000) })),
  'invalid-development': stating(fined({ when: '2021-04-31' })),
  'invalid-entity': { lines: () => [{ entity: { slug: 'cac', type: 'regulator', name: 'CAC' } }] },
  'invalid-matter': { lines: () => [{ matter: { slug: 'lately', title: '' } }] },
  'unknown-entity': stating(development('FineImposed', { authority: 'samrr', party: 'alibaba' })),
  'unknown-matter': stating(fined({ matter: 'alibaba-anti-trust' })),
  'unknown-development': stating(fined({ timing: [{ after: NOBODY }] })),
  'contradictory-timing': {
    lines: ({ told }) => [{ development: fined({ when: '2020', timing: [{ after: fineOf(told) }] }) }],
  },
  'timing-limit': {
    lines: ({ told }) => [
      { development: fined({ timing: Array.from({ length: 33 }, () => ({ after: fineOf(told) })) }) },
    ],
  },
  'development-not-found': { lines: () => [{ retraction: { of: NOBODY, ...BECAUSE } }] },
  'development-retracted': { lines: onRetracted },
  'not-retracted': { lines: ({ told }) => [{ reinstatement: { of: fineOf(told), ...BECAUSE } }] },
  'nothing-to-correct': {
    lines: async (asked) => [
      { correction: { of: await recorded(asked), changes: { title: 'A development' }, ...BECAUSE } },
    ],
  },
  'entity-type-fixed': { lines: () => [{ entity: { slug: 'wechat', type: 'company', name: 'WeChat' } }] },
  'idempotency-key-reused': {
    lines: () => [
      { development: { ref: 'one', ...fined() } },
      { development: { ref: 'one', ...fined({ note: 'x' }) } },
    ],
  },
  'stale-line': { lines: stale },
  'concurrent-change': { lines: () => [MATTER], faults: { append: new RevisionConflict('a stream', 0, 1) } },
  'log-unavailable': { lines: () => [MATTER], faults: { append: new LogUnavailable('the disk is full') } },
  'internal-error': { lines: () => [MATTER], faults: { append: new Error('a defect') } },
  'views-behind': {
    lines: ({ told }) => [{ development: fined({ when: '2022', timing: [{ after: fineOf(told) }] }) }],
    faults: { behind: true },
  },
};

const imported = (lines: readonly JsonValue[]): Request => ({
  method: 'POST',
  path: '/v1/import',
  headers: { 'content-type': 'application/x-ndjson' },
  body: lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
});

const documented = Object.keys(
  (operationNamed('importLines').responses[200]?.content?.['application/x-ndjson'] as JsonObject | undefined)?.[
    'x-problems'
  ] ?? {},
);

describe('a line of an import', () => {
  const told: Record<string, JsonObject> = {};
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    await perform(stage, told);
  });
  afterAll(() => stage.close());

  it.each(documented)('is refused with %s, as the document says it may be', async (code) => {
    const { lines, faults } = PROVOCATIONS[code] as Provocation;
    const ask = (request: Request) => exchange(stage, request);
    const { status, headers, body } = await exchange(stage, imported(await lines({ told, ask })), faults);
    const type = String(headers.get('content-type'));
    expect(problemsOfAnswer('importLines', { status, headers: { 'content-type': type }, body })).toEqual([]);
    const refused = ndjson<{ problem?: { code: string } }>(String(body)).flatMap(({ problem }) => problem?.code ?? []);
    expect(refused).toEqual([code]);
  });
});
