import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChangesHandler } from '../../../src/audit/changes.handler.js';
import { ChangesQuery } from '../../../src/audit/changes.query.js';
import { type Service, serve } from '../../../src/serve.js';
import { DiffHandler } from '../../../src/state/diff/diff.handler.js';
import { type DiffAnswer, DiffQuery } from '../../../src/state/diff/diff.query.js';
import { registerCast } from '../../cast.js';
import { Client } from '../../service.js';
import { turnsDuring } from '../turns.js';

const FINES = 700;
/** Facts read between two turns, and events. */
const [FACTS_AT_ONCE, EVENTS_AT_ONCE] = [128, 32];

let service: Service;
let client: Client;
let before: number;
beforeAll(async () => {
  service = await serve({ host: '127.0.0.1', port: 0, dataDir: ':memory:' });
  client = new Client(service);
  await registerCast(client);
  before = await client.head();
  await client.import(Array.from({ length: FINES }, (_, index) => fine(`20${10 + (index % 10)}-01-01`, index + 1)));
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

const diff = (parameters: Record<string, string>): Promise<DiffAnswer> =>
  new DiffHandler(service.parts.reading).execute(new DiffQuery(parameters));

describe('while much is compared', () => {
  it('others get their turn, also where nothing differs', async () => {
    const [none, turns] = await turnsDuring(() => diff({ 'from.asOf': '2020-01-02', 'to.asOf': '2020-01-03' }));
    expect(none).toMatchObject({ facts: [], totals: [] });
    expect(turns).toBeGreaterThanOrEqual(2 * Math.floor(FINES / FACTS_AT_ONCE));
    const [all, more] = await turnsDuring(() => diff({ 'from.asOf': '2009-01-01', limit: '1000' }));
    expect(all.facts).toHaveLength(FINES);
    expect(more).toBeGreaterThanOrEqual(FINES);
  });

  it('others get their turn while the events since a position are looked through', async () => {
    const handler = new ChangesHandler(service.parts.reading);
    const query = new ChangesQuery({ since: String(before), asOf: '2009-01-01' });
    const [none, turns] = await turnsDuring(() => handler.execute(query));
    expect(none.facts).toEqual([]);
    expect(turns).toBeGreaterThanOrEqual(Math.floor(FINES / EVENTS_AT_ONCE));
  });

  it('what is recorded meanwhile is not in it', async () => {
    const parameters = { 'from.asOf': '2009-01-01', limit: '1000' };
    const alone = await diff(parameters);
    let writing: Promise<unknown> | undefined;
    const [during] = await turnsDuring(
      () => diff(parameters),
      () => {
        writing ??= client.import([fine('2009-02-01', 5), fine('2019-01-01', 7)]);
      },
    );
    await writing;
    expect(during).toEqual(alone);
    expect((await diff({ ...parameters, entity: 'alibaba', limit: '1' })).totals).not.toEqual(alone.totals);
  });

  it('the sums are added up once, not for every page', async () => {
    const handler = new DiffHandler(service.parts.reading);
    const first = await handler.execute(new DiffQuery({ 'from.asOf': '2009-01-01', limit: '1' }));
    const [second, turns] = await turnsDuring(() => handler.execute(new DiffQuery({ cursor: first.next as string })));
    expect(second.totals).toEqual(first.totals);
    expect(turns).toBeLessThan(FINES / FACTS_AT_ONCE);
  });
});
