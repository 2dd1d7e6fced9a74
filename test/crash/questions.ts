import { type JsonObject, type JsonValue, jcs } from '../../src/event-store/canonical.js';
import type { RecordedEvent } from '../../src/event-store/event-store.js';
import { formatDay, parseDay } from '../../src/time/day.js';
import type { Filter } from '../state/answers.js';
import { expectationOf } from '../state/expected.js';
import { DAYS, dayText, MATTERS } from './author.js';
import { Broken } from './journal.js';
import type { Random } from './random.js';
import type { Given } from './traffic.js';
import type { Wire } from './wire.js';

/** Small enough that every state takes several pages. */
const PAGE = 25;
const SINGLE_FACTS = 8;
const LAST = parseDay(dayText(DAYS)) ?? 0;

interface StatePage {
  readonly facts: readonly { readonly fact: string }[];
  readonly totals: readonly object[];
  readonly next: string | null;
}

interface TimelinePage {
  readonly developments: readonly { readonly id: string; readonly revision: number }[];
}

/** That what is answered is the fold of the log. @throws {Broken} @returns how many answers were compared */
export async function equalsTheFold(
  wire: Wire,
  events: readonly RecordedEvent[],
  random: Random,
  times = 4,
): Promise<number> {
  let compared = 0;
  for (let time = 0; time < times; time += 1) {
    // The first is about everything; the others about some of it, some time ago.
    const position = time === 0 ? events.length : random.below(events.length + 1);
    const day = time === 0 ? LAST : LAST - random.below(DAYS);
    const filter = time % 2 === 0 ? {} : random.oneOf<Filter>([{ matter: random.oneOf(MATTERS) }, { entity: 'app-1' }]);
    const right = expectationOf(events, { day, position, filter, limit: PAGE, alsoNamed: [] });
    const coordinates = `asOf=${formatDay(day)}&knownAt=position:${position}`;
    const asked = Object.entries(filter).map(([name, value]) => `&${name}=${value}`);
    const path = `/v1/state?${coordinates}${asked.join('')}`;
    const pages = (await walk(wire, path)).map(({ text }): StatePage => JSON.parse(text));
    same(
      `the facts of ${path}`,
      pages.flatMap(({ facts }) => facts),
      right.facts,
    );
    for (const { totals } of pages) same(`the totals of ${path}`, totals, right.totals);
    const keys = Object.keys(right.named);
    for (let asks = Math.min(SINGLE_FACTS, keys.length); asks > 0; asks -= 1) {
      const key = random.oneOf(keys);
      const answer = await wire.get(`/v1/facts/${key}?${coordinates}`);
      const { asOf, knownAt, rules, prospective, ...item } = JSON.parse(answer.text) as JsonObject;
      same(`${key} at ${coordinates}`, item, right.named[key]);
    }
    compared += pages.length + SINGLE_FACTS;
  }
  return compared;
}

/** That every development is served in its latest revision. @throws {Broken} */
export async function holdsEveryRevision(wire: Wire, events: readonly RecordedEvent[]): Promise<void> {
  const right = new Map<string, number>();
  for (const { envelope } of events) {
    const [, id] = /^development-(.+)$/.exec(envelope.stream) ?? [];
    if (id !== undefined) right.set(id, envelope.revision);
  }
  const pages = await walk(wire, `/v1/timeline?knownAt=position:${events.length}&include=retracted`);
  const served = pages.flatMap(({ text }) => (JSON.parse(text) as TimelinePage).developments);
  const inOrder = served.map(({ id, revision }) => [id, revision] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  same(
    'the revisions of all developments',
    inOrder,
    [...right].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Pages of an answer, one after the other. */
async function walk(wire: Wire, path: string): Promise<Given[]> {
  const pages: Given[] = [];
  for (let at: string | null = `${path}&limit=${PAGE}`; at !== null; ) {
    const given = await ask(wire, at);
    if (given.status !== 200) throw new Broken(`${at} was answered ${given.status} ${given.text}`);
    pages.push(given);
    const { next } = JSON.parse(given.text) as StatePage;
    at = next === null ? null : `${path.split('?')[0]}?cursor=${encodeURIComponent(next)}&limit=${PAGE}`;
  }
  return pages;
}

async function ask(wire: Wire, path: string): Promise<Given> {
  const { status, headers, text } = await wire.get(path);
  return { path, status, etag: headers.etag, text };
}

/** Answers of every sort at fixed coordinates, to be the same ever after. */
export async function survey(wire: Wire, position: number, random: Random): Promise<readonly Given[]> {
  const known = `knownAt=position:${position}`;
  const earlier = `knownAt=position:${random.below(position + 1)}`;
  const day = dayText(random.below(DAYS));
  const given = await walk(wire, `/v1/state?asOf=${day}&${known}`);
  given.push(...(await walk(wire, `/v1/state?asOf=${day}&${earlier}`)));
  given.push(...(await walk(wire, `/v1/timeline?asOf=${day}&${known}&include=retracted`)));
  given.push(...(await walk(wire, `/v1/entities?asOf=${day}&${known}`)));
  const { developments } = JSON.parse((await wire.get(`/v1/timeline?${known}&limit=10`)).text);
  for (const { id } of developments) given.push(await ask(wire, `/v1/developments/${id}/history?asOf=${day}&${known}`));
  return given;
}

/** That answers are, to the byte, what they were. @throws {Broken} */
export async function asBefore(wire: Wire, given: readonly Given[]): Promise<void> {
  for (const before of given) same(`the answer to ${before.path}`, await ask(wire, before.path), before);
}

function same(what: string, served: unknown, right: unknown): void {
  if (jcs(served as JsonValue) === jcs(right as JsonValue)) return;
  throw new Broken(`${what}\n served ${jcs(served as JsonValue)}\n right  ${jcs(right as JsonValue)}`);
}

/** Waits until the views have caught up. */
export async function caughtUp(wire: Wire): Promise<void> {
  while ((await wire.get('/health/ready')).status !== 200) await new Promise((resolve) => setTimeout(resolve, 10));
  // Ready says that they held what the log held at the start; what came later is waited for.
  const { log } = JSON.parse((await wire.get('/health/ready')).text);
  const { status, text } = await wire.get(`/v1/state?minPosition=${log.position}&limit=1`);
  if (status !== 200) throw new Broken(`the views don't catch up: ${status} ${text}`);
}
