import { createHash } from 'node:crypto';
import type { StateAnswer } from '../../src/state/state.query.js';
import type { TimelineAnswer } from '../../src/timeline/timeline.query.js';
import { replayed } from '../audit/retold.js';
import type { Client } from '../service.js';

const DAYS = ['2012-06-30', '2020-09-17', '2021-09-15', '2021-12-31', '2024-12-31'] as const;

/** One SHA-256 of the answers to all of the paths, each with its path. */
async function hashOf(client: Client, paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    const { status, text } = await client.get(path);
    if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
    hash.update(`${path}\n${text}\n`);
  }
  return hash.digest('hex');
}

/** State digests at these positions, on several days. */
export async function statesAt(client: Client, positions: readonly number[]): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const position of positions) {
    for (const asOf of DAYS) {
      const { closing } = await replayed(client, { asOf, from: String(position), to: String(position) });
      digests[`state at ${position} on ${asOf}`] = closing.stateDigest;
    }
  }
  return digests;
}

/** Hashes of whole answers to every other question, at a position. */
export async function answersAt(client: Client, position: number): Promise<Record<string, string>> {
  const at = (asOf: string): string => `asOf=${asOf}&knownAt=position:${position}&limit=1000`;
  const one = (asOf: string): string => `asOf=${asOf}&knownAt=position:${position}`;
  const [day] = DAYS;
  const list = async <Body>(path: string): Promise<Body> => (await client.get<Body>(path)).body;
  const { developments } = await list<TimelineAnswer>(`/v1/timeline?${at(day)}&include=retracted`);
  const { entities } = await list<{ entities: readonly { slug: string }[] }>(`/v1/entities?${at(day)}`);
  const { matters } = await list<{ matters: readonly { slug: string }[] }>(`/v1/matters?${at(day)}`);

  const answers: Record<string, string> = {};
  const ask = async (what: string, paths: readonly string[]): Promise<void> => {
    answers[`${what} at ${position}`] = await hashOf(client, paths);
  };
  await ask('timeline', [
    `/v1/timeline?${at(day)}`,
    `/v1/timeline?${at(day)}&include=retracted&order=desc`,
    `/v1/timeline?${at(day)}&from=2021-09-01&to=2021-09-15`,
    ...entities.map(({ slug }) => `/v1/timeline?${at(day)}&entity=${slug}`),
    ...matters.map(({ slug }) => `/v1/timeline?${at(day)}&matter=${slug}`),
  ]);
  await ask(
    'developments',
    developments.map(({ id }) => `/v1/developments/${id}?${one(day)}`),
  );
  await ask(
    'histories',
    developments.map(({ id }) => `/v1/developments/${id}/history?${one(day)}`),
  );
  await ask('registry', [
    `/v1/entities?${at(day)}`,
    `/v1/matters?${at(day)}`,
    ...entities.map(({ slug }) => `/v1/entities/${slug}?${one(day)}`),
    ...matters.map(({ slug }) => `/v1/matters/${slug}?${one(day)}`),
  ]);
  for (const asOf of DAYS) {
    const { facts } = await list<StateAnswer>(`/v1/state?${at(asOf)}`);
    await ask(`facts on ${asOf}`, [
      `/v1/state?${at(asOf)}`,
      ...facts.map(({ fact }) => `/v1/facts/${fact}?${one(asOf)}`),
    ]);
    await ask(`replay on ${asOf}`, [`/v1/replay?asOf=${asOf}&to=${position}`]);
  }
  return answers;
}
