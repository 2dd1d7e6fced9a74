import { bondsOf, comesAfter, nodesOf } from '../../projections/dates.js';
import { nodesOf as nodesOfChain } from '../../projections/law/chain.js';
import { explainChain } from '../../projections/law/chain-in-words.js';
import { contradictionIn } from '../../projections/law/tighten.js';
import { Refusal } from '../refusal.js';
import { type Bound, boundTo, networkOf } from './bound-network.js';
import type { DevelopmentState } from './events.js';
import type { Writing } from './writing.js';

/** How many days may hang together, by way of whatever others: more would make answers about them slow. */
const MAX_NODES = 500;

/**
 * Some course of events fits the development as it would be, and everything it would be bound to.
 *
 * @param before what it was, if it counted already
 * @throws {Refusal} contradictory-timing, timing-limit, views-behind
 */
export async function checkTiming(
  writing: Writing,
  id: string,
  state: DevelopmentState,
  before?: DevelopmentState,
): Promise<void> {
  if (before && sameDates(before, state)) return;
  await viewsAtHead(writing);
  const bound = await boundWithin(writing, id, state, before);
  const { nodes, bonds } = networkOf(bound);
  const ring = ringThrough(id, bound);
  if (ring) throw contradictory(explainRing(ring, bound), ring);
  const chain = contradictionIn(nodes, bonds);
  if (!chain) return;
  const developments = nodesOfChain(chain).map((place) => nodes[place]?.development as string);
  throw contradictory(explainChain(chain, nodes), developments);
}

const sameDates = (a: DevelopmentState, b: DevelopmentState): boolean =>
  JSON.stringify([nodesOf(a), bondsOf(a)]) === JSON.stringify([nodesOf(b), bondsOf(b)]);

/** All that it would be bound to. @throws {Refusal} timing-limit */
async function boundWithin(
  writing: Writing,
  id: string,
  state: DevelopmentState,
  before: DevelopmentState | undefined,
): Promise<Bound> {
  const bound = await boundTo(writing, id, state, MAX_NODES + 1);
  // So many developments are at least as many days, though what binds them was not all looked at.
  if (bound.size <= MAX_NODES && sizeOf(bound) <= MAX_NODES) return bound;
  if (!before) throw tooMany();
  // What was let in side by side can still be set right: a change may leave too many, but no more than there were.
  const whole = bound.size <= MAX_NODES ? bound : await boundTo(writing, id, state);
  const isAfterTheSame = JSON.stringify(comesAfter(state)) === JSON.stringify(comesAfter(before));
  const were = isAfterTheSame ? new Map(whole).set(id, before) : await boundTo(writing, id, before);
  if (sizeOf(whole) > sizeOf(were)) throw tooMany();
  return whole;
}

const sizeOf = (bound: Bound): number => networkOf(bound).nodes.length;

async function viewsAtHead({ recorder, neighbours, patience }: Writing): Promise<void> {
  const { position } = await recorder.store.head();
  if (await neighbours.settled(position, patience)) return;
  throw new Refusal('views-behind', 'Whether this fits what is timed after it cannot be told just yet.', {
    retryAfter: 1,
  });
}

/** Developments each of which comes after the next, and the last after the first. */
function ringThrough(id: string, bound: Bound): readonly string[] | undefined {
  const cameFrom = new Map<string, string>();
  const waiting = [id];
  for (const next of waiting) {
    for (const prior of comesAfter(bound.get(next) as DevelopmentState)) {
      if (!bound.has(prior) || cameFrom.has(prior)) continue;
      cameFrom.set(prior, next);
      if (prior === id) return walkBack(id, cameFrom);
      waiting.push(prior);
    }
  }
  return undefined;
}

function walkBack(id: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const ring: string[] = [];
  let at = id;
  do {
    at = cameFrom.get(at) as string;
    ring.unshift(at);
  } while (at !== id);
  return ring;
}

function explainRing(ring: readonly string[], bound: Bound): string {
  const [first, ...others] = ring.map((id) => `"${bound.get(id)?.version.title}"`);
  const steps = [...others, first].map((title) => `after ${title}`);
  return `${first} is ${steps.join(', which is ')}: that goes round in a ring, and none of them can be the first.`;
}

const contradictory = (why: string, developments: readonly string[]): Refusal =>
  new Refusal('contradictory-timing', why, { developments: [...new Set(developments)] });

const tooMany = (): Refusal =>
  new Refusal(
    'timing-limit',
    `At most ${MAX_NODES} dates can hang together, directly or by way of others: leave out timings that say little.`,
  );
