import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/http/problem.js';
import type { WhatIfAnswer } from '../../src/what-if/what-if.query.js';
import { changed, fine, fineChange, links, meeting, noted, recorded, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';
import { ask, development, statuses, supposed } from '../what-if/asking.js';

let client: Client;
let meetingId: string;
let retractedId: string;
beforeAll(async () => {
  client = await start();
  await registerCast(client);
  meetingId = (await recorded(client, meeting('2021-09-09'))).id;
  retractedId = (await recorded(client, meeting('2020'))).id;
  await changed(client, retractedId, 'retraction', { reason: 'r' });
});
afterAll(() => client.close());

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** A command, and the request by which it is really sent. */
type Refused = readonly [why: string, what: string, body: object, path?: (of: string) => string];

const POSTED: readonly Refused[] = [
  ['a field that there is not', 'development', links('blocked', '2021', { tagz: 1 })],
  ['details that there are not', 'development', fine('alibaba', '2021', usd('5'), { details: { authority: 'samr' } })],
  ['no kind', 'development', { title: 'T', when: '2021', details: {} }],
  ['a day that there is not', 'development', meeting('2021-02-30')],
  ['an entity that nobody knows', 'development', fine('alibabaa', '2021', usd('5'))],
  ['an entity that does not fit', 'development', fine('cn', '2021', usd('5'))],
  ['a matter that nobody knows', 'development', meeting('2021', { matter: 'anti-trust' })],
  ['a development that nobody knows', 'development', fineChange(NOBODY, '2021', 'annulled')],
  ['a fine that is none', 'development', () => fineChange(meetingId, '2021-10', 'annulled')],
  ['what is not retracted', 'development', () => meeting('2021', { replaces: meetingId })],
  ['contradictory timing', 'development', () => meeting('2020', { timing: [{ after: meetingId }] })],
  ['too many timings', 'development', () => meeting('2022', { timing: Array(33).fill({ after: meetingId }) })],
  [
    'too much for one event',
    'development',
    meeting('2021', {
      details: {
        authority: 'miit',
        attendees: ['alibaba'],
        topics: Array.from({ length: 150 }, (_, n) => `${n} ${'x'.repeat(450)}`),
      },
    }),
  ],
] as never;

const CHANGES: readonly Refused[] = [
  ['no reason', 'correction', { changes: { when: '2022' } }, (of) => `${of}/corrections`],
  [
    'a change of what there is not',
    'correction',
    { changes: { whenn: null }, reason: 'r' },
    (of) => `${of}/corrections`,
  ],
  ['nothing changed', 'correction', { changes: {}, reason: 'r' }, (of) => `${of}/corrections`],
  ['reinstating what is not retracted', 'reinstatement', { reason: 'r' }, (of) => `${of}/reinstatement`],
  ['a source without a title', 'source', { publisher: 'P' }, (of) => `${of}/sources`],
  ['a cause that there is not', 'retraction', { reason: 'r', cause: 'mood' }, (of) => `${of}/retraction`],
];

/** The problem that the command is really refused with. */
async function refusedWith(method: 'post' | 'put', path: string, body: object): Promise<Problem> {
  const reply = await client[method]<Problem>(path, body);
  expect(reply.status).toBeGreaterThanOrEqual(400);
  return reply.body;
}

describe('a command that would be refused', () => {
  it.each(POSTED)('%s: is answered with the problem that recording it is answered with', async (_why, _what, made) => {
    const body = typeof made === 'function' ? (made as () => object)() : made;
    const real = await refusedWith('post', '/v1/developments', body);
    const { commands } = await supposed(client, [development(body)]);
    // The development itself has no id that anybody would know.
    const { developments: _, ...problem } = real;
    expect(commands).toMatchObject([{ status: 'refused', problem }]);
  });

  it.each(CHANGES)('%s: is answered with the problem that the change is answered with', async (_, what, body, path) => {
    const real = await refusedWith('post', `/v1/developments/${path?.(meetingId)}`, body);
    const { commands } = await supposed(client, [{ [what]: { of: meetingId, ...body } }]);
    expect(commands).toEqual([{ command: 1, status: 'refused', problem: real }]);
  });

  it('to register something is answered the same, too', async () => {
    const real = [
      await refusedWith('put', '/v1/entities/wechat', { type: 'company', name: 'WeChat' }),
      await refusedWith('put', '/v1/entities/acme', { type: 'company', name: 'Acme', jurisdiction: 'cnn' }),
      await refusedWith('put', '/v1/matters/acme', { title: '' }),
    ];
    const { commands } = await supposed(client, [
      { entity: { slug: 'wechat', type: 'company', name: 'WeChat' } },
      { entity: { slug: 'acme', type: 'company', name: 'Acme', jurisdiction: 'cnn' } },
      { matter: { slug: 'acme', title: '' } },
    ]);
    expect(commands.map(({ problem }) => problem)).toEqual(real);
  });

  it('is named by its ref where it had one; no line at all is answered as an import answers it', async () => {
    const { commands } = await supposed(client, [
      { retraction: { of: 'nothing', reason: 'r' } },
      { developmnt: {} },
      { entity: { name: 'x' } },
      { import: { dataset: 'late' } },
      development(meeting('2021', { timing: [{ after: 'nothing' }] })),
    ]);
    expect(commands.map(({ problem }) => (problem as Problem).code)).toEqual([
      ...['development-not-found', 'invalid-line', 'invalid-line', 'invalid-line', 'unknown-development'],
    ]);
    expect(commands[4]).toMatchObject({ problem: { detail: expect.stringContaining('"nothing"') } });
  });

  it('changes nothing: the rest is answered as if without it, and what rests on it is refused, too', async () => {
    const good = development(fine('alibaba', '2021-04', usd('5')), 'f');
    const bad = development(fine('alibabaa', '2021-04', usd('5')), 'g');
    const onBad = development(fineChange('g', '2021-05', 'annulled'));
    const answer = await supposed(client, [bad, good, onBad]);
    expect(statuses(answer)).toEqual(['unknown-entity', 'recorded', 'unknown-development']);
    const verdicts = ({ changes }: WhatIfAnswer) => changes.facts.map(({ because: _, ...fact }) => fact);
    expect(verdicts(answer)).toHaveLength(1);
    expect(verdicts(answer)).toEqual(verdicts(await supposed(client, [good])));
  });

  it('contradicts also what is only supposed', async () => {
    const answer = await supposed(client, [
      development(meeting('2021-09-20', { timing: [{ after: meetingId, atMost: 'P20D' }] }), 'a'),
      development(meeting('2021-09-10', { timing: [{ after: 'a' }] }), 'b'),
      { correction: { of: meetingId, changes: { when: '2021-10' }, reason: 'r' } },
      { retraction: { of: 'a', reason: 'r' } },
      { correction: { of: meetingId, changes: { when: '2021-10' }, reason: 'r' } },
    ]);
    expect(statuses(answer)).toEqual([
      ...['recorded', 'contradictory-timing', 'contradictory-timing', 'recorded', 'recorded'],
    ]);
  });
});

describe('the lines of a file', () => {
  const file = [
    { import: { dataset: 'file' } },
    { entity: { slug: 'acme', type: 'company', name: 'Acme' } },
    development(fine('acme', '2021-04', usd('5')), 'f'),
    development(meeting('2021')),
  ];

  it('that were imported already are unchanged with asImport, as the import says; else only what has a ref', async () => {
    await client.import(file);
    const again = await supposed(client, file, { asImport: true });
    expect(statuses(again)).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
    expect(again.changes.facts).toEqual([]);
    expect(statuses(await supposed(client, file))).toEqual(['unchanged', 'unchanged', 'unchanged', 'recorded']);
  });

  it('are what a dry run says of them', async () => {
    const lines = [
      ...file,
      { correction: { of: 'f', changes: { when: '2021-04-10' }, reason: 'r' } },
      { retraction: { of: 'f', reason: 'r' } },
      { retraction: { of: 'f', reason: 'once more' } },
    ];
    const results = (await client.import(lines, '?dryRun=true')).slice(0, -1);
    const { commands } = await supposed(client, lines, { asImport: true });
    expect(commands.map(({ status, id, problem }) => ({ status, id, problem }))).toEqual(
      results.map(({ status, id, problem }) => ({ status, id, problem })),
    );
  });
});

describe('a request', () => {
  const one = development(meeting('2021'));
  it.each([
    ['no body', undefined, 'malformed-json', undefined],
    ['a list', [], 'invalid-what-if', ''],
    ['no commands', {}, 'invalid-what-if', '/commands'],
    ['none of them', { commands: [] }, 'invalid-what-if', '/commands'],
    ['101 of them', { commands: Array(101).fill(one) }, 'invalid-what-if', '/commands'],
    ['one that is no object', { commands: [one, 'x'] }, 'invalid-what-if', '/commands/1'],
    ['21 questions', { commands: [one], queries: Array(21).fill({ state: {} }) }, 'invalid-what-if', '/queries'],
    ['a question of two', { commands: [one], queries: [{ state: {}, diff: {} }] }, 'invalid-what-if', '/queries/0'],
    ['a question of none', { commands: [one], queries: [{}] }, 'invalid-what-if', '/queries/0'],
    ['an unknown question', { commands: [one], queries: [{ staet: {} }] }, 'invalid-what-if', '/queries/0/staet'],
    [
      'an unknown member of one',
      { commands: [one], queries: [{ state: { knownAt: 'position:1' } }] },
      'invalid-what-if',
      '/queries/0/state/knownAt',
    ],
    ['no fact', { commands: [one], queries: [{ why: {} }] }, 'invalid-what-if', '/queries/0/why/fact'],
    ['an unknown member', { commands: [one], knownAt: 'position:1' }, 'invalid-what-if', '/knownAt'],
    ['no day', { commands: [one], asOf: '2021-09' }, 'invalid-what-if', '/asOf'],
    ['no position', { commands: [one], minPosition: '57+1' }, 'invalid-coordinate', undefined],
  ])('with %s is refused, naming the member', async (_, body, code, pointer) => {
    const reply = await client.post<Problem & { errors?: readonly { pointer: string }[] }>('/v1/what-if', body);
    expect([reply.body.code, reply.body.errors?.[0]?.pointer]).toEqual([code, pointer]);
  });

  it('takes no parameters', async () => {
    const { status } = await client.post('/v1/what-if?asOf=2021-01-01', { commands: [one] });
    expect(status).toBe(400);
  });

  it('that waits for what never comes is 503 views-behind', async () => {
    const never = String((await client.head()) + 1_000);
    const { status, body, headers } = await ask(client, [one], { minPosition: never });
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'views-behind', '1']);
  });

  it('about more than can be looked at is refused: the question alone, where the commands are few', async () => {
    const many = Array.from({ length: 110 }, (_, place) =>
      noted(
        '2021',
        Array.from({ length: 100 }, (_, n) => ({ predicate: `mood-${place}-${n}`, subject: 'youku', value: 'good' })),
      ),
    );
    expect((await client.import(many.map((each) => development(each)))).at(-1)?.summary?.recorded).toBe(110);
    const queries = [
      { state: {} },
      { state: { entity: 'youku' } },
      { state: { predicate: 'mood-1-1' } },
      { timeline: {} },
    ];
    const { answers, changes } = await supposed(client, [development(links('blocked', '2012'))], { queries });
    expect(answers).toMatchObject([
      { problem: { status: 422, code: 'what-if-limit' } },
      { problem: { status: 422, code: 'what-if-limit' } },
      { state: { facts: [{ fact: 'mood-1-1:youku', value: 'good' }] } },
      { timeline: { more: true } },
    ]);
    expect(changes.facts).toHaveLength(1);
  });
});
