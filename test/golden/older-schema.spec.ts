import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Upcasters } from '../../src/developments/upcasters.js';
import { type JsonObject, jcs } from '../../src/event-store/canonical.js';
import { payloadHash } from '../../src/event-store/envelope.js';
import type { RecordedEvent, SealedEvent } from '../../src/event-store/event-store.js';
import { parseDay } from '../../src/time/day.js';
import type { Client } from '../service.js';

/**
 * A later version of this program, in which what is written now is schema 2 of fines and their corrections and schema
 * 3 of entities. Its first schemas said `fined` for `party`; `sort` for `type`, and until schema 2 `label` for `name`.
 */
const renamed = (from: string, to: string) => {
  return ({ [from]: value, ...rest }: JsonObject): JsonObject =>
    value === undefined ? rest : { ...rest, [to]: value };
};
const inside = (member: string, step: (data: JsonObject) => JsonObject) => {
  return (data: JsonObject): JsonObject => ({ ...data, [member]: step(data[member] as JsonObject) });
};
const ofFines = (step: (data: JsonObject) => JsonObject) => {
  return (data: JsonObject): JsonObject =>
    (data.version as JsonObject).kind === 'FineImposed' ? inside('version', inside('details', step))(data) : data;
};
const ENTITY = [renamed('sort', 'type'), renamed('label', 'name')];
const UPCASTERS: Upcasters = {
  FineImposed: [inside('details', renamed('fined', 'party'))],
  DevelopmentCorrected: [ofFines(renamed('fined', 'party'))],
  EntityRegistered: ENTITY,
  EntityRevised: ENTITY,
};
const OLDER: Upcasters = {
  FineImposed: [inside('details', renamed('party', 'fined'))],
  DevelopmentCorrected: [ofFines(renamed('party', 'fined'))],
  EntityRegistered: [renamed('type', 'sort'), renamed('name', 'label')],
  EntityRevised: [renamed('type', 'sort'), renamed('name', 'label')],
};

jest.unstable_mockModule('../../src/developments/upcasters.js', () => ({ UPCASTERS }));
const { referenceState } = await import('../../projections/reference-fold.js');
const { currentSchema } = await import('../../src/developments/upcast.js');
const { start, ndjson } = await import('../service.js');
const { temporaryDirectories } = await import('../event-store/sqlite/directories.js');
const { goldenEvents } = await import('./events.js');
const { answersAt, statesAt } = await import('./questions.js');
const { storedIn } = await import('./stored.js');

const directories = temporaryDirectories();
const GOLDEN = goldenEvents('events-v1.ndjson');
const HEAD = GOLDEN.length;

const sealed = ({ envelope, salt }: SealedEvent, schema: number, data: JsonObject): SealedEvent => ({
  envelope: { ...envelope, schema, payloadHash: payloadHash(jcs(data), salt) },
  salt,
  data,
});

/** The golden log as the later version would have written it. */
const written = GOLDEN.map((event) => sealed(event, currentSchema(event.envelope.type), event.data));

/** The same, as it was written in the first schemas. */
const older = GOLDEN.map((event) =>
  sealed(
    event,
    1,
    (OLDER[event.envelope.type] ?? []).reduce((data, step) => step(data), event.data),
  ),
);

async function serviceOf(events: readonly SealedEvent[]): Promise<Client> {
  const dataDir = directories();
  await (await storedIn(dataDir, events)).close();
  const client = await start({ dataDir });
  await client.get(`/v1/timeline?minPosition=${events.length}`);
  return client;
}

const at = (events: readonly SealedEvent[]): readonly RecordedEvent[] =>
  events.map((event, index) => ({ ...event, position: index + 1, recordedAt: event.envelope.recordedAt }));

describe('a log written in older schemas', () => {
  let client: Client;
  let newer: Client;
  beforeAll(async () => {
    client = await serviceOf(older);
    newer = await serviceOf(written);
  });
  afterAll(() => Promise.all([client.close(), newer.close()]));

  it('is another one than the log written now', () => {
    const differing = older.filter(({ data }, index) => jcs(data) !== jcs(GOLDEN[index]?.data));
    expect(new Set(differing.map(({ envelope }) => envelope.type))).toEqual(new Set(Object.keys(UPCASTERS)));
    expect(['FineImposed', 'EntityRegistered', 'LinksBlocked'].map(currentSchema)).toEqual([2, 3, 1]);
  });

  it('is answered as if it had been written now, byte for byte', async () => {
    const answers = async (service: Client): Promise<object> => ({
      ...(await statesAt(service, [30, 60, HEAD])),
      ...(await answersAt(service, HEAD)),
    });
    expect(await answers(client)).toEqual(await answers(newer));
  });

  it('is kept as it is stored', async () => {
    const { text } = await client.get('/v1/events?limit=1000');
    expect(ndjson(text)).toEqual(older.map((event, index) => ({ position: String(index + 1), ...event })));
  });

  it('is understood by the reference fold as the views understand it', async () => {
    const isOfFines = ({ envelope: { type, stream } }: SealedEvent): boolean =>
      type.startsWith('Fine') ||
      older.some((each) => each.envelope.type === 'FineImposed' && each.envelope.stream === stream);
    const day = parseDay('2022-06-30') as number;
    const fold = (events: readonly SealedEvent[]) => referenceState(at(events).filter(isOfFines), day, HEAD);
    expect(fold(older)).toEqual(fold(written));
    const { body } = await client.get<{ facts: readonly { fact: string; because: readonly string[] }[] }>(
      `/v1/state?asOf=2022-06-30&knownAt=position:${HEAD}&predicate=penalty`,
    );
    expect(body.facts.map(({ fact, because }) => [fact, because])).toEqual(
      [...fold(older)]
        .map(([fact, { because }]) => [fact, because] as const)
        .filter(([, because]) => because.length > 0)
        .sort(),
    );
  });
});

describe('what is recorded on a log written in older schemas', () => {
  let client: Client;
  beforeAll(async () => {
    client = await serviceOf(older);
  });
  afterAll(() => client.close());

  const last = async (): Promise<{ envelope: { type: string; schema: number }; data: JsonObject }> =>
    ndjson<Awaited<ReturnType<typeof last>>>(
      (await client.get(`/v1/events?from=${await client.head()}`)).text,
    )[0] as never;

  it('changes nothing where an entity is stated as it is', async () => {
    const name = { type: 'authority', name: 'us-government' };
    const { status, body } = await client.put<{ revision: number }>('/v1/entities/us-government', name);
    expect([status, body.revision, await client.head()]).toEqual([200, 0, HEAD]);
  });

  it('keeps the type of an entity', async () => {
    const { body } = await client.put<{ code: string }>('/v1/entities/tencent', { type: 'service', name: 'Tencent' });
    expect(body.code).toBe('entity-type-fixed');
  });

  it('refers to what was registered then, and is written in the current schema', async () => {
    const { status } = await client.post('/v1/developments', {
      kind: 'FineImposed',
      title: 'Another fine',
      when: '2022-01-01',
      details: { authority: 'samr', party: 'tencent' },
    });
    expect(status).toBe(201);
    expect(await last()).toMatchObject({
      envelope: { type: 'FineImposed', schema: 2 },
      data: { details: { party: 'tencent' } },
    });
  });

  it('corrects what was stated then: the whole version is written in the current schema', async () => {
    const fine = older.find(({ envelope }) => envelope.type === 'FineImposed') as SealedEvent;
    const id = fine.envelope.stream.slice('development-'.length);
    const changes = { when: '2021-04-11' };
    const { status } = await client.post(`/v1/developments/${id}/corrections`, { changes, reason: 'A day later.' });
    expect(status).toBe(200);
    expect(await last()).toMatchObject({
      envelope: { type: 'DevelopmentCorrected', schema: 2 },
      data: { changed: ['/when'], version: { when: '2021-04-11', details: { party: 'alibaba' } } },
    });
  });
});

describe('an event of a schema that is still to come', () => {
  it.each<[string, number, readonly string[]]>([
    ['FineImposed', 3, ['developments', 'dates', 'timeline', 'facts', 'coverage', 'search', 'erasures']],
    ['DevelopmentCorrected', 3, ['developments', 'dates', 'timeline', 'facts', 'coverage', 'search', 'erasures']],
    ['EntityRegistered', 4, ['registry', 'search']],
  ])('%s of schema %i parks the views that it concerns', async (type, schema, parked) => {
    const index = older.findIndex(({ envelope }) => envelope.type === type);
    const client = await serviceOf(
      older.map((event, each) => (each === index ? sealed(event, schema, event.data) : event)),
    );
    const { body } = await client.get<object>('/health/ready');
    await client.close();
    const error = `UnknownEvent: this version does not know events of type ${type}, schema ${schema}`;
    expect(body).toMatchObject({
      status: 'degraded',
      views: {
        parked: parked.map((projection, nth) => ({
          projection,
          position: String(index + 1),
          error: nth === 0 ? error : expect.stringContaining('which is parked'),
        })),
      },
    });
  });
});
