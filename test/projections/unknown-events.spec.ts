import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/event-store/canonical.js';
import type { RecordedEvent } from '../../src/event-store/event-store.js';
import { FactHandler } from '../../src/state/fact.handler.js';
import { FactQuery } from '../../src/state/fact.query.js';
import { ask } from '../state/answers.js';
import { emptyViews } from '../state/reading.js';
import { LOG, recorded } from './events.js';

const DEVELOPMENT = 'development-00000000-0000-4000-8000-000000000001';

const registered = (position: number, slug: string): RecordedEvent =>
  recorded(position, `entity-${slug}`, { type: 'EntityRegistered', data: { type: 'service', name: slug } });

const blocked: JsonObject = {
  title: 'A',
  when: '2021-09-01',
  details: { from: 'wechat', to: ['taobao'] },
  sources: [],
};

const KNOWN = [
  registered(1, 'wechat'),
  registered(2, 'taobao'),
  recorded(3, DEVELOPMENT, { type: 'LinksBlocked', data: blocked }),
];
const LATER = [
  registered(5, 'youku'),
  recorded(6, DEVELOPMENT, { type: 'DevelopmentRetracted', revision: 1, data: { reason: 'wrong' } }),
];

/** What is parked at position 4 by an event there. */
function parkedBy(event: RecordedEvent): readonly string[] {
  const { views } = emptyViews({ log: LOG, head: async () => ({ position: 6, recordedAt: null }) });
  views.apply([...KNOWN, event, ...LATER]);
  expect(views.parked.every(({ position }) => position === 4)).toBe(true);
  expect(views.checkpoint).toBe(6);
  return views.parked.map(({ projection }) => projection).sort();
}

const OF_DEVELOPMENTS = ['coverage', 'dates', 'developments', 'erasures', 'facts', 'search', 'timeline'];
const OF_REGISTRY = ['registry', 'search'];
const ALL = [...OF_DEVELOPMENTS, 'registry'].sort();

describe('an event that this version does not know', () => {
  it.each([
    ['of an unknown type on a new development', 'development-x', { type: 'MoonLanded' }, OF_DEVELOPMENTS],
    ['of an unknown type on a development', DEVELOPMENT, { type: 'DevelopmentMerged', revision: 1 }, OF_DEVELOPMENTS],
    ['of a newer schema on a development', 'development-x', { type: 'LinksBlocked', schema: 2 }, OF_DEVELOPMENTS],
    ['of an unknown type on an entity', 'entity-wechat', { type: 'EntityMerged', revision: 1 }, OF_REGISTRY],
    ['of a newer schema on an entity', 'entity-x', { type: 'EntityRegistered', schema: 2 }, OF_REGISTRY],
    ['of an unknown type on a matter', 'matter-x', { type: 'MatterClosed' }, OF_REGISTRY],
    ['on a stream of an unknown sort', 'source-x', { type: 'SourceRegistered' }, ALL],
    ['of a known type on a stream of an unknown sort', 'source-x', { type: 'LinksBlocked', data: blocked }, ALL],
    ['on a stream that is named like a sort alone', 'development', { type: 'LinksBlocked', data: blocked }, ALL],
    ['of a development on an entity', 'entity-x', { type: 'LinksBlocked', data: blocked }, OF_REGISTRY],
    ['of a matter on an entity', 'entity-x', { type: 'MatterOpened', data: { title: 'x' } }, OF_REGISTRY],
    ['of an entity on a development', 'development-x', { type: 'EntityRegistered' }, OF_DEVELOPMENTS],
    ['of a kind on a development that has one', DEVELOPMENT, { type: 'LinksBlocked', revision: 1 }, OF_DEVELOPMENTS],
    ['of a correction on nothing', 'development-x', { type: 'DevelopmentRetracted' }, OF_DEVELOPMENTS],
  ])('%s parks the views it may concern, and no others', (_what, stream, event, parked) => {
    expect(parkedBy(recorded(4, stream, event))).toEqual(parked);
  });

  it('that all know parks nothing', () => {
    expect(parkedBy(recorded(4, 'matter-x', { type: 'MatterOpened', data: { title: 'x' } }))).toEqual([]);
  });
});

describe('a question that needs a parked view', () => {
  const { views, reading } = emptyViews({ log: LOG, head: async () => ({ position: 6, recordedAt: null }) });
  views.apply([...KNOWN, recorded(4, 'development-x', { type: 'MoonLanded' }), ...LATER]);
  const asOf = '2021-09-15';
  const FACT = 'links:wechat:taobao';

  it('is answered at the positions before', async () => {
    const { facts } = await ask(reading, { asOf, knownAt: 'position:3' });
    expect(facts.map(({ fact, value }) => [fact, value])).toEqual([[FACT, 'blocked']]);
    const fact = await new FactHandler(reading).execute(new FactQuery(FACT, { asOf, knownAt: 'position:3' }));
    expect(fact.value).toBe('blocked');
  });

  it.each<Readonly<Record<string, string>>>([
    { asOf },
    { asOf, knownAt: 'position:4' },
    { asOf, knownAt: 'position:6' },
  ])('is refused from there on, saying where it can be asked: %j', async (parameters) => {
    const refused = { code: 'projection-parked', message: expect.stringContaining('position:3') };
    await expect(ask(reading, parameters)).rejects.toMatchObject(refused);
    const fact = new FactHandler(reading).execute(new FactQuery(FACT, parameters));
    await expect(fact).rejects.toMatchObject(refused);
  });
});
