import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/http/problem.js';
import { registerCast } from '../cast.js';
import { type Client, start } from '../service.js';

interface Entity {
  readonly slug: string;
  readonly type: string;
  readonly name: string;
  readonly title: string;
  readonly revision: number;
  readonly position: string;
}

let client: Client;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
});
afterAll(() => client.close());

const entity = async (slug: string, parameters = ''): Promise<Entity> =>
  (await client.get<Entity>(`/v1/entities/${slug}${parameters}`)).body;

describe('PUT of an entity', () => {
  const DIDI = {
    type: 'company',
    name: 'Didi',
    names: { zh: '滴滴', 'zh-Hant': '滴滴出行' },
    aliases: ['DiDi'],
    jurisdiction: 'cn',
  };

  it('registers it: 201, and it is read back whole', async () => {
    const head = await client.head();
    const { status, headers, body } = await client.put<Entity>('/v1/entities/didi', DIDI);
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('"0"');
    expect(body).toMatchObject({
      slug: 'didi',
      revision: 0,
      position: String(head + 1),
      recordedAt: expect.any(String),
    });
    expect(await entity('didi')).toMatchObject({ slug: 'didi', ...DIDI, revision: 0, position: String(head + 1) });
  });

  it('the same again changes nothing: 200 at the same revision', async () => {
    const head = await client.head();
    for (const same of [DIDI, Object.fromEntries(Object.entries(DIDI).reverse())]) {
      const { status, headers, body } = await client.put<Entity>('/v1/entities/didi', same);
      expect([status, headers.get('etag'), body.revision]).toEqual([200, '"0"', 0]);
    }
    expect(await client.head()).toBe(head);
  });

  it('otherwise revises it: 200 at the next revision, and what was known stays as it was', async () => {
    const before = await client.head();
    const { status, headers, body } = await client.put<Entity>('/v1/entities/didi', { type: 'company', name: 'DiDi' });
    expect([status, headers.get('etag'), body.revision]).toEqual([200, '"1"', 1]);
    const now = await entity('didi');
    expect(now).toMatchObject({ name: 'DiDi', revision: 1, position: String(before + 1) });
    // It is a whole document, no patch.
    for (const gone of ['names', 'aliases', 'jurisdiction']) expect(now).not.toHaveProperty(gone);
    expect(await entity('didi', `?knownAt=position:${before}`)).toMatchObject({ ...DIDI, revision: 0 });
  });

  it('as it once was is a revision of its own', async () => {
    const { body } = await client.put<Entity>('/v1/entities/didi', DIDI);
    expect(body.revision).toBe(2);
  });

  it.each([
    'authority',
    'company',
    'service',
    'place',
    'instrument',
    'programme',
    'directive',
    'facility',
    'case',
    'category',
    'topic',
  ])('knows the type %s', async (type) => {
    expect((await client.put(`/v1/entities/some-${type}`, { type, name: 'x' })).status).toBe(201);
  });

  it.each([
    ['Didi', { type: 'company', name: 'x' }, '/slug'],
    ['a--b', { type: 'company', name: 'x' }, '/slug'],
    ['a_b', { type: 'company', name: 'x' }, '/slug'],
    ['-a', { type: 'company', name: 'x' }, '/slug'],
    ['a'.repeat(65), { type: 'company', name: 'x' }, '/slug'],
    ['none', { type: 'company', name: 'x' }, '/slug'],
    ['%E6%BB%B4', { type: 'company', name: 'x' }, '/slug'],
    ['x', { name: 'x' }, '/type'],
    ['x', { type: 'person', name: 'x' }, '/type'],
    ['x', { type: 'company' }, '/name'],
    ['x', { type: 'company', name: '' }, '/name'],
    ['x', { type: 'company', name: 'x', names: { 'not a tag': 'x' } }, '/names/not a tag'],
    ['x', { type: 'company', name: 'x', aliases: 'x' }, '/aliases'],
    ['x', { type: 'company', name: 'x', slug: 'x' }, '/slug'],
  ])('refuses %s %j at %s', async (slug, body, pointer) => {
    const { status, body: told } = await client.put<Problem>(`/v1/entities/${slug}`, body);
    expect([status, told.code]).toEqual([422, 'invalid-entity']);
    expect(told.errors).toContainEqual({ pointer, detail: expect.any(String) });
  });

  it.each(['atlantis', 'miit'])('has a registered place as jurisdiction, not %s', async (jurisdiction) => {
    const { status, body } = await client.put<Problem>('/v1/entities/x', { type: 'company', name: 'x', jurisdiction });
    expect([status, body.code, body.errors]).toMatchObject([422, 'unknown-entity', [{ pointer: '/jurisdiction' }]]);
  });

  it('takes a slug of 64 characters', async () => {
    const slug = 'a'.repeat(64);
    expect((await client.put(`/v1/entities/${slug}`, { type: 'company', name: 'x' })).status).toBe(201);
    expect((await entity(slug)).slug).toBe(slug);
  });

  it('never changes a type', async () => {
    const head = await client.head();
    const { status, body } = await client.put<Problem>('/v1/entities/didi', { ...DIDI, type: 'service' });
    expect([status, body.code]).toEqual([409, 'entity-type-fixed']);
    expect(body.detail).toContain('company');
    expect(await client.head()).toBe(head);
  });
});

describe('PUT of a matter', () => {
  it('opens it, leaves it, revises it', async () => {
    const matter = { title: 'Crackdown', description: 'From late 2020 on' };
    const statuses: (readonly [number, number])[] = [];
    for (const body of [matter, matter, { title: 'The crackdown' }]) {
      const reply = await client.put<Entity>('/v1/matters/crackdown', body);
      statuses.push([reply.status, reply.body.revision]);
    }
    expect(statuses).toEqual([
      [201, 0],
      [200, 0],
      [200, 1],
    ]);
    const { body } = await client.get<Entity>('/v1/matters/crackdown');
    expect(body).toMatchObject({ slug: 'crackdown', title: 'The crackdown', revision: 1 });
    expect(body).not.toHaveProperty('description');
    const earlier = `?knownAt=position:${Number(body.position) - 1}`;
    expect((await client.get<Entity>(`/v1/matters/crackdown${earlier}`)).body).toMatchObject(matter);
  });

  it.each([
    ['A', { title: 'x' }, '/slug'],
    ['x', {}, '/title'],
    ['x', { title: 'x', description: 5 }, '/description'],
  ])('refuses %s %j at %s', async (slug, body, pointer) => {
    const { status, body: told } = await client.put<Problem>(`/v1/matters/${slug}`, body);
    expect([status, told.code]).toEqual([422, 'invalid-matter']);
    expect(told.errors).toContainEqual({ pointer, detail: expect.any(String) });
  });

  it('may share its slug with an entity', async () => {
    expect((await client.put('/v1/matters/alibaba', { title: 'About Alibaba' })).status).toBe(201);
    expect((await entity('alibaba')).type).toBe('company');
  });
});

describe('the lists', () => {
  const slugs = async (path: string, member: string): Promise<readonly string[]> => {
    const { body } = await client.get<Record<string, Entity[]>>(path);
    return (body[member] as Entity[]).map(({ slug }) => slug);
  };

  it('are by slug, filtered by type, and hold what was known', async () => {
    const companies = await slugs('/v1/entities?type=company', 'entities');
    expect(companies).toEqual([...companies].sort());
    expect(companies).toEqual(expect.arrayContaining(['alibaba', 'didi', 'tencent']));
    expect(companies).not.toContain('miit');
    expect(await slugs('/v1/entities?type=company&knownAt=position:7', 'entities')).toEqual(['alibaba', 'tencent']);
    expect(await slugs('/v1/entities?knownAt=position:2', 'entities')).toEqual(['cn', 'us']);
    expect(await slugs('/v1/matters?knownAt=position:2', 'matters')).toEqual([]);
    expect(await slugs('/v1/matters', 'matters')).toEqual(['alibaba', 'antitrust', 'crackdown', 'interoperability']);
  });

  it('show each in its version at knownAt', async () => {
    const { position } = await entity('didi');
    const shown = async (parameters: string): Promise<Entity | undefined> =>
      (await client.get<{ entities: Entity[] }>(`/v1/entities?type=company${parameters}`)).body.entities.find(
        ({ slug }) => slug === 'didi',
      );
    expect(await shown('')).toMatchObject({ name: 'Didi', revision: 2 });
    expect(await shown(`&knownAt=position:${Number(position) - 1}`)).toMatchObject({ name: 'DiDi', revision: 1 });
  });
});

describe('/v1/kinds', () => {
  it('lists every kind with a description, its facts and the JSON Schema of its details', async () => {
    interface Kind {
      readonly kind: string;
      readonly description: string;
      readonly schema: { readonly $schema: string; readonly type: string; readonly required: readonly string[] };
    }
    const { status, body } = await client.get<{ kinds: Kind[]; entityTypes: string[] }>('/v1/kinds');
    expect(status).toBe(200);
    expect(body.kinds).toHaveLength(33);
    for (const { kind, description, schema } of body.kinds) {
      expect(kind).toMatch(/^[A-Z][A-Za-z]+$/);
      expect(description).not.toBe('');
      expect(schema).toMatchObject({ $schema: expect.stringContaining('json-schema.org'), type: 'object' });
      expect(Array.isArray(schema.required)).toBe(true);
    }
    expect(body.kinds.find(({ kind }) => kind === 'FineImposed')?.schema.required).toEqual(['authority', 'party']);
    expect(body.entityTypes).toContain('authority');
  });
});

describe('health', () => {
  it('is live, and ready once the views have caught up', async () => {
    expect((await client.get('/health/live')).status).toBe(200);
    const { status, body } = await client.get<{ status: string; views: { position: string } }>('/health/ready');
    expect([status, body.status]).toEqual([200, 'ready']);
    expect(Number(body.views.position)).toBe(await client.head());
  });
});
