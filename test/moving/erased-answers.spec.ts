import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { moveLog } from '../../src/cli/log-move.js';
import type { JsonValue } from '../../src/event-store/canonical.js';
import { ran } from '../cli/in-process.js';
import { temporaryDirectory } from '../cli/program.js';
import { problemsOfAnswer } from '../http-openapi/conformity.js';
import { type Client, ndjson, start } from '../service.js';

const SECRET = 'Unsayable';
const KEPT = { publisher: 'Kept', title: 'Also kept' };
const GONE = { publisher: `${SECRET} publisher`, title: `${SECRET} title`, url: 'https://unsayable.example/' };
const REASON = `${SECRET} reason`;
const DAY = 'asOf=2021-09-15';

interface Told {
  readonly id: string;
  readonly position: string;
}
type Answer = Readonly<Record<string, JsonValue>>;

/** A copy of a log, without some of what was said of a few developments. */
let copy: Client;
let dataDir: string;
/** One lost a source and the reasons for two changes, one what it first stated, one a correction, one everything. */
const told: Record<'changed' | 'restated' | 'corrected' | 'gone', string> = {
  changed: '',
  restated: '',
  corrected: '',
  gone: '',
};
/** Where the copy stood before any event said what was erased. */
let until: string;
/** What the original answered, by path. */
let tags: Readonly<Record<'all' | 'before', readonly [path: string, etag: string | null]>>;

const fine = (more: object) => ({
  kind: 'FineImposed',
  title: 'A fine',
  when: '2021-09-01',
  details: { authority: 'samr', party: 'alibaba', amount: { value: '7', currency: 'USD' } },
  sources: [KEPT],
  ...more,
});

beforeAll(async () => {
  const [from, to] = [temporaryDirectory(), temporaryDirectory()];
  const original = await start({ dataDir: from, server: undefined });
  const erased: string[] = [];
  const post = async (path: string, body: object, isErased = false): Promise<Told> => {
    const { status, text, body: answer } = await original.post<Told>(`/v1/developments${path}`, body);
    if (status !== 201 && status !== 200) throw new Error(text);
    if (isErased) erased.push(answer.position);
    return answer;
  };
  await original.put('/v1/entities/samr', { type: 'authority', name: 'SAMR' });
  await original.put('/v1/entities/alibaba', { type: 'company', name: 'Alibaba' });

  const { id } = await post('', fine({}));
  await post(`/${id}/sources`, GONE, true);
  await post(`/${id}/retraction`, { reason: REASON }, true);
  await post(`/${id}/reinstatement`, { reason: REASON }, true);

  const restated = await post('', fine({ note: SECRET, sources: [GONE] }), true);
  await post(`/${restated.id}/corrections`, { changes: { note: 'Nothing' }, reason: 'It had to go' });
  const corrected = await post('', fine({}));
  await post(`/${corrected.id}/corrections`, { changes: { note: SECRET }, reason: REASON, sources: [GONE] }, true);
  const gone = await post('', fine({ title: SECRET, sources: [GONE] }));
  until = gone.position;
  Object.assign(told, { changed: id, restated: restated.id, corrected: corrected.id, gone: gone.id });
  const tagOf = async (path: string): Promise<readonly [string, string | null]> => [
    path,
    (await original.get(path)).headers.get('etag'),
  ];
  tags = {
    all: await tagOf(`/v1/timeline?${DAY}&knownAt=position:${until}`),
    before: await tagOf(`/v1/timeline?${DAY}&knownAt=position:3`),
  };
  await original.close();

  const names = new Set([...erased, `development-${gone.id}`]);
  await moveLog({ at: from }, { at: to }, { names, reason: 'Asked for', allowRestated: true });
  dataDir = to;
  copy = await start({ dataDir, server: undefined });
});

afterAll(() => copy.close());

/** An answer that is as the document says it is. */
async function answer(operation: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { status, text, body, headers: sent } = await copy.get<Answer>(path, headers);
  const shown = { status, headers: Object.fromEntries(sent), body: (body ?? text) as JsonValue };
  expect([path, problemsOfAnswer(operation, shown)]).toEqual([path, []]);
  return (body ?? { text }) as Answer;
}

const development = (id: string): Promise<Answer> => answer('getDevelopment', `/v1/developments/${id}`);
const versions = async (id: string): Promise<readonly Answer[]> =>
  (await answer('getDevelopmentHistory', `/v1/developments/${id}/history`)).versions as never;
const why = (id: string): Promise<Answer> => answer('explainFact', `/v1/facts/penalty:alibaba:${id}/why?${DAY}`);

describe('what was erased is marked where it would be shown:', () => {
  it('a source, in the development and in why', async () => {
    const marked = { sources: [KEPT], sourcesErased: true };
    expect(await development(told.changed)).toMatchObject(marked);
    expect((await why(told.changed)).assertions).toMatchObject([marked]);
  });

  it('every source, which is not the same as none', async () => {
    const { unsourced, ...shown } = await development(told.restated);
    expect([shown, unsourced]).toMatchObject([{ sources: [], sourcesErased: true, note: 'Nothing' }, undefined]);
    const [assertion] = (await why(told.restated)).assertions as readonly Answer[];
    expect([assertion, assertion?.unsourced]).toMatchObject([{ sources: [], sourcesErased: true }, undefined]);
  });

  it('a reason, in the history', async () => {
    const entries = await versions(told.changed);
    expect(entries.map(({ type, payloadErased, reason }) => [type, payloadErased, reason])).toEqual([
      ['FineImposed', undefined, undefined],
      ['SourceAdded', true, undefined],
      ['DevelopmentRetracted', true, undefined],
      ['DevelopmentReinstated', true, undefined],
      ...Array.from({ length: 3 }, () => ['PayloadErased', undefined, 'Asked for']),
    ]);
  });

  it('what was stated, in each version that rests on it', async () => {
    expect(await versions(told.restated)).toMatchObject([
      { payloadErased: true, version: { payloadErased: true, sourcesErased: true } },
      { reason: 'It had to go', version: { note: 'Nothing', sourcesErased: true } },
      { type: 'PayloadErased' },
    ]);
    expect((await versions(told.corrected))[1]).toMatchObject({
      payloadErased: true,
      version: { payloadErased: true },
    });
    expect((await why(told.corrected)).retracted).toMatchObject([{ id: told.corrected, payloadErased: true }]);
  });

  it('changes, in what was recorded late', async () => {
    const { backdated } = await answer('listBackdated', '/v1/audit/backdated?days=0&limit=100');
    const marks = (backdated as readonly Answer[]).map(({ development: id, type, payloadErased }) => [
      Object.entries(told).find(([, each]) => each === id)?.[0],
      type,
      payloadErased,
    ]);
    expect(marks).toContainEqual(['changed', 'FineImposed', undefined]);
    expect(marks).toContainEqual(['changed', 'DevelopmentRetracted', true]);
    expect(marks).toContainEqual(['corrected', 'DevelopmentCorrected', true]);
  });

  it('events, in the replay, in the log and as CloudEvents', async () => {
    const { text: replayed } = await answer('replayLog', `/v1/replay?${DAY}`);
    const { text: lines } = await answer('listEvents', '/v1/events');
    const batch = await answer('listEvents', '/v1/events', { accept: 'application/cloudevents-batch+json' });
    const [replay, log] = [ndjson<Answer>(String(replayed)), ndjson<Answer>(String(lines))];
    const erased = log.filter((line) => line.erased === true).map(({ position }) => position);
    expect(erased).toHaveLength(6);
    expect(replay.filter((line) => line.payloadErased).map(({ position }) => position)).toEqual(erased);
    expect(replay.filter((line) => line.payloadErased).map(({ data }) => data)).toEqual(erased.map(() => ({})));
    const events = batch as unknown as readonly Answer[];
    expect(events.filter((event) => event.payloaderased).map(({ position }) => position)).toEqual(erased);
  });

  it('developments, in the coordinates of every answer that no longer rests on them', async () => {
    const ids = [told.corrected, told.gone];
    const at = `${DAY}&knownAt=position:${until}`;
    for (const [operation, path] of [
      ['getState', `/v1/state?${at}`],
      ['getTimeline', `/v1/timeline?${at}`],
      ['getFact', `/v1/facts/penalty:alibaba:${told.gone}?${at}`],
      ['getDevelopment', `/v1/developments/${told.changed}?knownAt=position:${until}`],
    ] as const) {
      expect([path, (await answer(operation, path)).erased]).toEqual([path, ids]);
    }
    const body = {
      commands: [{ entity: { slug: 'new', type: 'topic', name: 'New' } }],
      queries: [{ state: { asOf: '2021-09-15' } }],
    };
    const supposed = (await copy.post<Answer>('/v1/what-if', body)).body;
    expect(supposed).toMatchObject({ erased: ids, answers: [{ state: { erased: ids } }] });
  });
});

describe('whoever has an answer of the log as it was', () => {
  it('is not told that it still holds, unless nothing that was erased was known there', async () => {
    const asked = async ([path, etag]: readonly [string, string | null]): Promise<number> =>
      (await copy.get(path, { 'if-none-match': String(etag) })).status;
    expect([await asked(tags.all), await asked(tags.before)]).toEqual([200, 304]);
    const { headers } = await copy.get(tags.all[0]);
    expect(await asked([tags.all[0], headers.get('etag')])).toBe(304);
  });
});

describe('an answer over a range of positions names what was erased anywhere in it:', () => {
  const all = (): readonly string[] => [told.restated, told.corrected, told.gone];
  const correction = async (): Promise<number> => {
    const [, second] = await versions(told.restated);
    return Number(second?.position);
  };

  it('what was recorded late, with a mark where the version before was erased', async () => {
    const { erased, backdated } = await answer('listBackdated', '/v1/audit/backdated?days=0&limit=100');
    expect(erased).toEqual(all());
    const marked = (backdated as readonly Answer[]).filter(({ beforeErased }) => beforeErased);
    expect(marked).toMatchObject([{ development: told.restated, type: 'DevelopmentCorrected' }]);
  });

  it('what was believed of a fact', async () => {
    const path = `/v1/facts/penalty:alibaba:${told.restated}/history`;
    expect((await answer('getFactHistory', path)).erased).toEqual(all());
  });

  it('what changed since, and what did not', async () => {
    const at = await correction();
    const since = async (position: number) =>
      (await answer('getChanges', `/v1/state/changes?since=${position}&${DAY}`)).erased;
    expect(await since(at - 1)).toEqual(all());
    expect(await since(at)).toEqual([told.corrected, told.gone]);
  });

  it('the log retold, with a mark where the version before was erased', async () => {
    const at = await correction();
    const from = async (position: number) => {
      const { text } = await answer('replayLog', `/v1/replay?${DAY}&from=${position}`);
      return ndjson<Answer>(String(text));
    };
    const lines = await from(at);
    expect(lines.at(-1)?.erased).toEqual(all());
    expect(lines[0]).toMatchObject({ position: String(at), beforeErased: true });
    expect((await from(at + 1)).at(-1)?.erased).toEqual([told.corrected, told.gone]);
  });
});

describe('so do texts:', () => {
  const text = async (path: string): Promise<string> => (await copy.get(path)).text;

  it('spreadsheets', async () => {
    const rows = (await text('/v1/timeline.csv?include=retracted')).split('\r\n');
    expect(rows[0]).toMatch(/,erasedHere,erased$/);
    const erasedIn = (id: string) =>
      rows
        .find((row) => row.includes(`,${id},`))
        ?.split(',')
        .slice(-2);
    const ids = `"${told.corrected}; ${told.gone}"`;
    expect(erasedIn(told.changed)).toEqual(['sources', ids]);
    expect(erasedIn(told.gone)).toEqual(['"payload; sources"', ids]);
    for (const row of (await text(`/v1/state.csv?${DAY}`)).split('\r\n').slice(1, -1)) expect(row).toContain(ids);
  });

  it('spreadsheets without any other row', async () => {
    const ids = `"${told.corrected}; ${told.gone}"`;
    for (const path of [`/v1/state.csv?asOf=1999-01-01&entity=samr`, '/v1/timeline.csv?to=1999-01-01']) {
      const [names = '', row = '', ...more] = (await text(path)).split('\r\n');
      expect([path, more]).toEqual([path, ['']]);
      expect(row.split(',').slice(-1)).toEqual([ids]);
      expect(row.split(',')).toHaveLength(names.split(',').length);
    }
  });

  it('feeds', async () => {
    const feed = await text('/v1/timeline.atom');
    expect(feed).toContain('without what 2 of the developments stated, which was erased');
    expect(feed).toContain('Sources that it had were erased.');
    expect(feed).not.toContain('Nobody said where it was read');
  });

  it('the story that the command line tells', async () => {
    const { code, stdout } = await ran(['replay', '--url', copy.url]);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/What had been said\s+before was erased/)]);
  });

  it('answers to assistants', async () => {
    const call = { name: 'why', arguments: { fact: `penalty:alibaba:${told.restated}`, asOf: '2021-09-15' } };
    const request = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: call };
    const headers = { accept: 'application/json, text/event-stream' };
    const said = (await copy.post('/mcp', request, headers)).text;
    expect(said).toContain('Source: sources that it had were erased');
    expect(said).toContain('without what 2 of the developments stated, which was erased');
  });
});

it('nothing of what was erased is in any answer or file', async () => {
  for (const path of [
    ...Object.values(told).flatMap((id) => [`/v1/developments/${id}`, `/v1/developments/${id}/history`]),
    ...['/v1/timeline.csv?include=retracted', '/v1/timeline.atom', '/v1/calendar.ics?from=2000-01-01', '/v1/events'],
    ...['/v1/replay', '/v1/audit/backdated?days=0', '/v1/timeline?include=retracted'],
  ]) {
    expect([path, (await copy.get(path)).text.includes(SECRET)]).toEqual([path, false]);
  }
  for (const name of readdirSync(dataDir)) {
    expect([name, readFileSync(join(dataDir, name)).includes(SECRET)]).toEqual([name, false]);
  }
});
