import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sql } from '../../projections/projection.js';
import type { Reading } from '../../src/answers/reading.js';
import { Verdicts } from '../../src/audit/verdicts.js';
import { type Service, serve } from '../../src/serve.js';
import { StateHandler } from '../../src/state/state.handler.js';
import { type StateAnswer, StateQuery } from '../../src/state/state.query.js';
import { stateDigest } from '../../src/state/state-digest.js';
import { registerCast } from '../cast.js';
import { Client } from '../service.js';
import { turnsDuring } from './turns.js';

const FINES = 700;
/** Facts read between two turns. */
const AT_ONCE = 128;

let service: Service;
let client: Client;
let reading: Reading;
beforeAll(async () => {
  service = await serve({ host: '127.0.0.1', port: 0, dataDir: ':memory:' });
  client = new Client(service);
  reading = service.parts.reading;
  await registerCast(client);
  await client.import(Array.from({ length: FINES }, (_, index) => fine(`20${10 + (index % 10)}`, index + 1)));
});
afterAll(() => service.close());

const fine = (when: string, amount: number): object => ({
  development: {
    kind: 'FineImposed',
    title: `Fine of ${amount}`,
    when,
    details: { authority: 'samr', party: 'alibaba', amount: { value: String(amount), currency: 'CNY' } },
  },
});

const ask = (handler: StateHandler, parameters: Record<string, string>): Promise<StateAnswer> =>
  handler.execute(new StateQuery(parameters));

describe('while a long state is read', () => {
  it('others get their turn: a page, and totals of more than the page', async () => {
    const [page, turns] = await turnsDuring(() => ask(new StateHandler(reading), { limit: '600' }));
    expect(page.facts).toHaveLength(600);
    expect(turns).toBeGreaterThanOrEqual(Math.floor(600 / AT_ONCE) + Math.floor(FINES / AT_ONCE));
  });

  it('others get their turn: the digest', async () => {
    const moment = { day: 20_000, position: reading.views.checkpoint, recordedAt: null };
    const { sql } = reading.views;
    const [, turns] = await turnsDuring(() => stateDigest(sql, reading.store.log, {}, moment));
    expect(turns).toBeGreaterThanOrEqual(Math.floor(FINES / AT_ONCE));
  });

  it('what is recorded meanwhile is not in it', async () => {
    const handler = new StateHandler(reading);
    const before = await ask(handler, { limit: '1000' });
    const position = Number(before.knownAt.position);
    let writing: Promise<unknown> | undefined;
    const [during] = await turnsDuring(
      () => ask(new StateHandler(reading), { limit: '1000' }),
      () => {
        writing ??= client.import([fine('2009', 5), fine('2019', 7)]);
      },
    );
    await writing;
    expect(during).toEqual(before);
    const [first, second] = [await ask(handler, { limit: '500' }), await ask(handler, { limit: '1' })];
    expect(Number(first.knownAt.position)).toBe(position + 2);
    expect([first.totals, second.totals]).toEqual([second.totals, first.totals]);
    expect(BigInt(first.totals[0]?.min ?? 0) - BigInt(before.totals[0]?.min ?? 0)).toBe(12n);
  });
});

describe('while a few facts are read of which much is said', () => {
  /** So many say something of each of as many facts as one may. */
  const SAYING = 1_000;
  const FACTS = 20;
  /** Assertions judged between two turns. */
  const JUDGED = 4_000;

  beforeAll(async () => {
    const effects = Array.from({ length: FACTS }, (_, index) => {
      return { predicate: `said-${index}`, subject: 'wechat', value: 'so' };
    });
    await client.import(
      Array.from({ length: SAYING }, (_, index) => ({
        development: { kind: 'DevelopmentNoted', title: `Note ${index}`, when: '2021', details: { effects } },
      })),
    );
  });

  it('others get their turn as what is judged asks for it, not for every so many facts', async () => {
    const [page, turns] = await turnsDuring(() => ask(new StateHandler(reading), { entity: 'wechat', limit: '1000' }));
    expect(page.facts).toHaveLength(FACTS);
    expect(turns).toBeGreaterThanOrEqual((SAYING * FACTS) / JUDGED);
  });

  it('others get their turn while it is told how an event changed them', async () => {
    const { sql, checkpoint } = reading.views;
    const [day, facts] = [20_000, Array.from({ length: FACTS }, (_, index) => `said-${index}:wechat`)];
    const verdicts = new Verdicts(sql, [{ event: { position: checkpoint }, facts }], day);
    const [changes, turns] = await turnsDuring(() => verdicts.changedBy(checkpoint, facts));
    expect(changes).toHaveLength(FACTS);
    expect(turns).toBeGreaterThanOrEqual((SAYING * FACTS) / JUDGED);
  });
});

describe('totals of a filter that has many pages', () => {
  /** The reading, and how many facts have been read with it. */
  function counted(): { readonly reading: Reading; readonly rows: () => number } {
    let rows = 0;
    const { sql } = reading.views;
    const counting: Sql = {
      ...sql,
      all: <R extends object>(...asked: Parameters<Sql['all']>) => {
        const all = sql.all<R>(...asked);
        rows += all.length;
        return all;
      },
    };
    const views = { checkpoint: reading.views.checkpoint, parked: [], sql: counting };
    return { reading: { ...reading, views }, rows: () => rows };
  }

  it('are added up once, not for every page', async () => {
    const { reading: asked, rows } = counted();
    const handler = new StateHandler(asked);
    const first = await ask(handler, { limit: '10' });
    const before = rows();
    const second = await ask(handler, { cursor: first.next as string });
    expect(rows() - before).toBeLessThan(2 * AT_ONCE);
    expect(second.totals).toEqual(first.totals);
  });

  it.each([
    ['day', { asOf: '2013-01-01' }, { asOf: '2014-01-01' }],
    ['position', { knownAt: 'position:300' }, { knownAt: 'position:301' }],
    ['entity', { entity: 'alibaba' }, { entity: 'tencent' }],
    ['matter', { matter: 'none-such' }, {}],
    ['predicate', { predicate: 'links' }, { predicate: 'penalty' }],
  ])('are those of its %s', async (_, one, other) => {
    const handler = new StateHandler(reading);
    const alone = (asked: object): Promise<StateAnswer> => ask(new StateHandler(reading), { limit: '1', ...asked });
    const together = [await ask(handler, { limit: '1', ...one }), await ask(handler, { limit: '1', ...other })];
    const [first, second] = [await alone(one), await alone(other)];
    expect(together.map(({ totals }) => totals)).toEqual([first.totals, second.totals]);
    expect(first.totals).not.toEqual(second.totals);
  });
});
