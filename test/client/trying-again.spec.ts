import { describe, expect, it } from '@jest/globals';
import { connect, ServiceProblem, Unreachable } from '../../src/client/index.js';
import { cut, json, problem, scriptedFetch } from './scripted-fetch.js';

const STATE = { facts: [] };
const BEHIND = problem(503, 'views-behind', { 'retry-after': '1' });
const BECAUSE = { reason: 'It is needed.' };

describe('a request is sent again', () => {
  it('where nothing answers, after a while that grows', async () => {
    const { connection, asked, paused } = scriptedFetch(cut, cut, json(STATE));
    expect((await connect(connection).getState()).body).toEqual(STATE);
    expect([asked.length, paused]).toEqual([3, [250, 500]]);
  });

  it('when the service says after how many seconds', async () => {
    const { connection, paused } = scriptedFetch(problem(429, 'rate-limited', { 'retry-after': '7' }), json(STATE));
    await connect(connection).getState();
    expect(paused).toEqual([7_000]);
  });

  it('with one key, made for it, where it is a command: it is recorded once', async () => {
    const { connection, asked } = scriptedFetch(cut, BEHIND, json({ id: 'x' }));
    await connect(connection).retractDevelopment({ id: 'x', body: BECAUSE });
    const keys = asked.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).toEqual([keys[0], keys[0], keys[0]]);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(await Promise.all(asked.map((each) => each.text()))).toEqual(Array(3).fill(JSON.stringify(BECAUSE)));
  });

  it('with the key that was given', async () => {
    const { connection, asked } = scriptedFetch(cut, json({ id: 'x' }));
    await connect(connection).retractDevelopment({ id: 'x', body: BECAUSE, 'Idempotency-Key': 'mine' });
    expect(asked.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['mine', 'mine']);
  });

  it('no more often than said, and then told of', async () => {
    const { connection, asked } = scriptedFetch(cut, cut, cut, cut);
    await expect(connect({ ...connection, tries: 2 }).getState()).rejects.toThrow(Unreachable);
    expect(asked).toHaveLength(2);
  });
});

describe('a request is sent once', () => {
  it.each([
    ['where it is refused', problem(404, 'entity-not-found')],
    ['where the service is busy and does not say for how long', problem(503, 'projection-parked')],
    ['where it would take longer than anybody waits', problem(429, 'rate-limited', { 'retry-after': '3600' })],
    ['where something has gone wrong', problem(500, 'internal-error')],
  ])('%s', async (_, answer) => {
    const { connection, asked } = scriptedFetch(answer);
    await expect(connect(connection).getEntity({ slug: 'x' })).rejects.toThrow(ServiceProblem);
    expect(asked).toHaveLength(1);
  });

  it('where a revision that was right the first time would be wrong the second', async () => {
    const { connection, asked } = scriptedFetch(cut);
    const renamed = connect(connection).putMatter({ slug: 'm', body: { title: 'M' }, 'If-Match': '"0"' });
    await expect(renamed).rejects.toThrow(Unreachable);
    expect(asked).toHaveLength(1);
  });

  it('where it is an import', async () => {
    const { connection, asked } = scriptedFetch(cut);
    await expect(connect(connection).importLines({ body: '' }).next()).rejects.toThrow(Unreachable);
    expect(asked).toHaveLength(1);
  });

  it('without a key, where nobody asked for more', async () => {
    const { connection, asked } = scriptedFetch(json({ id: 'x' }));
    await connect({ ...connection, tries: 1 }).retractDevelopment({ id: 'x', body: BECAUSE });
    expect(asked[0]?.headers.has('idempotency-key')).toBe(false);
  });

  it('where whoever asked wants it no more', async () => {
    const { connection, asked } = scriptedFetch(cut);
    const asking = connect(connection).getState({}, { signal: AbortSignal.abort() });
    await expect(asking).rejects.not.toThrow(Unreachable);
    expect(asked.length).toBeLessThanOrEqual(1);
  });
});
