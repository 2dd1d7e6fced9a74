import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';
import type { ReplayedEvent } from '../../src/audit/replay.js';
import type { FactChange } from '../../src/audit/verdicts.js';
import type { FactItem } from '../../src/state/fact-item.js';
import type { StateAnswer } from '../../src/state/state.query.js';
import { type Client, ndjson } from '../service.js';

/** The line that closes a replay. */
interface Closing {
  readonly asOf: string;
  readonly knownAt: { readonly position: string; readonly recordedAt: string | null };
  readonly rules: number;
  readonly filter: object;
  readonly stateDigest: string;
}

interface Retold {
  readonly events: readonly ReplayedEvent[];
  readonly closing: Closing;
}

type Filter = Readonly<Record<string, string>>;

/** GET /v1/replay, its events and its last line. */
export async function replayed(client: Client, parameters: Filter): Promise<Retold> {
  const { status, headers, text } = await client.get(`/v1/replay?${new URLSearchParams(parameters)}`);
  if (status !== 200) throw new Error(`${status} ${text}`);
  if (headers.get('content-type') !== 'application/x-ndjson; charset=utf-8') throw new Error('no NDJSON');
  const lines = ndjson<ReplayedEvent | Closing>(text);
  return { events: lines.slice(0, -1) as ReplayedEvent[], closing: lines.at(-1) as Closing };
}

/** Every page of GET /v1/state: its facts, its totals, its coordinates. */
export async function wholeState(client: Client, parameters: Filter): Promise<StateAnswer> {
  const facts: FactItem[] = [];
  for (let query = new URLSearchParams({ ...parameters, limit: '3' }); ; ) {
    const { status, text, body } = await client.get<StateAnswer>(`/v1/state?${query}`);
    if (status !== 200) throw new Error(`${status} ${text}`);
    facts.push(...body.facts);
    if (body.next === null) return { ...body, facts };
    query = new URLSearchParams({ cursor: body.next });
  }
}

/** The state digest as the contract says it is made, from what GET /v1/state answers. */
export async function digestOfState(client: Client, filter: Filter, asOf: string, position: number): Promise<string> {
  const { rules, facts, totals } = await wholeState(client, { ...filter, asOf, knownAt: `position:${position}` });
  const { body } = await client.get<{ log: { id: string } }>('/health/ready');
  const state = {
    format: 'regtime-state/1',
    rules,
    log: body.log.id,
    position: String(position),
    asOf,
    filter,
    facts: [...facts].sort((a, b) => (a.fact < b.fact ? -1 : 1)),
    totals,
  };
  return createHash('sha256').update(canonicalize(state), 'utf8').digest('hex');
}

type Verdict = FactChange['after'];
const UNRECORDED: Verdict = { certainty: 'unrecorded', because: [] };

/**
 * The state that changes lead to, one after the other.
 * @throws where one does not start from what the one before it led to
 */
export function followed(events: readonly ReplayedEvent[]): ReadonlyMap<string, Verdict> {
  const facts = new Map<string, Verdict>();
  for (const { position, changes } of events) {
    for (const { fact, before, after } of changes) {
      const held = facts.get(fact) ?? UNRECORDED;
      if (canonicalize(held) !== canonicalize(before)) throw new Error(`${fact} was otherwise before ${position}`);
      if (after.certainty === 'unrecorded') facts.delete(fact);
      else facts.set(fact, after);
    }
  }
  return facts;
}

/** What is so of each fact, without its name. */
export const verdictsOf = (facts: readonly FactItem[]): ReadonlyMap<string, Verdict> =>
  new Map(facts.map(({ fact, predicate: _, subject: __, object: ___, ...verdict }) => [fact, verdict]));
