import { eachOf, type LeftOut, type LogSource } from './copy-log.js';
import { ANYBODY, seal } from './envelope.js';
import { PAYLOAD_ERASED } from './erased.js';
import { TargetRefused } from './errors.js';
import type { RecordedEvent, SealedEvent } from './event-store.js';
import type { Ambient } from './recorder.js';
import { uuidv5 } from './uuidv5.js';

/** What is to be left out of a copy, and why: ids or positions of events, or names of whole streams. */
export interface Erasure {
  readonly names: ReadonlySet<string>;
  readonly reason: string;
  /** Who erases it; `anonymous` if left out, for nobody is asked who he is by the command line. */
  readonly actor?: string | undefined;
  /** Leaves later corrections that hold what is to be erased, maybe, as they are. */
  readonly allowRestated?: boolean;
}

/** Who others refer to can't be erased without them: only what developments state, and what is told of them, can. */
const ERASABLE = /^development-/;
const SCHEMA = 1;
/** The type of the event that states the whole anew: what it doesn't change is the text of the version before. */
const RESTATES = 'DevelopmentCorrected';

/**
 * Finds the payloads that are to be left out, and seals the events that will say so, one to each at the end of its
 * stream; their ids follow from those of the events, so that a copy that was cut off is told from another one.
 * @param head where the source ended when somebody looked
 * @throws {TargetRefused} for a name of nothing, of what can't be erased, or where nothing is left to erase
 */
export async function leavingOut(
  source: LogSource,
  head: number,
  { names, reason, actor = ANYBODY, allowRestated = false }: Erasure,
  ambient: Ambient,
): Promise<LeftOut> {
  const found = new Map<string, RecordedEvent>();
  const ends = new Map<string, number>();
  const met = new Set<string>();
  /** Streams of which a version is left out. */
  const unsaid = new Set<string>();
  const restated: number[] = [];
  for await (const event of eachOf(source.readAll(1), head)) {
    const { id, stream, revision, type } = event.envelope;
    if (ends.has(stream)) ends.set(stream, revision);
    const by = [id, String(event.position), stream].filter((name) => names.has(name));
    if (by.length === 0) {
      if (type === RESTATES && !event.erased && unsaid.has(stream)) restated.push(event.position);
      continue;
    }
    for (const name of by) met.add(name);
    ends.set(stream, revision);
    const isWhole = by.every((name) => name === stream);
    if (event.erased || (isWhole && type === PAYLOAD_ERASED)) continue;
    if (!ERASABLE.test(stream) || type === PAYLOAD_ERASED) {
      throw new TargetRefused(
        `position ${event.position} (${type} of ${stream}) can't be erased: only what developments state can`,
      );
    }
    found.set(id, event);
    if (revision === 0 || type === RESTATES) unsaid.add(stream);
  }
  const unmet = [...names].find((name) => !met.has(name));
  if (unmet !== undefined) throw new TargetRefused(`nothing in the log is called "${unmet}": nothing was copied`);
  if (found.size === 0) throw new TargetRefused('all that is named was erased already: nothing was copied');
  if (restated.length > 0 && !allowRestated) {
    throw new TargetRefused(
      `later corrections, at ${restated.length === 1 ? 'position' : 'positions'} ${restated.join(', ')}, state the whole anew, and with it what is to be erased ` +
        'unless they changed just that: name them too, or allow it with --allow-restated. Nothing was copied',
    );
  }
  const recordedAt = ambient.now().toISOString();
  const told = [...found.values()].map((event): SealedEvent => {
    const { stream } = event.envelope;
    const revision = (ends.get(stream) ?? 0) + 1;
    ends.set(stream, revision);
    const id = idOf(source.log, event.envelope.id);
    const data = { event: event.envelope.id, position: event.position, reason };
    const request = { operation: 'erase', body: data };
    const draft = {
      log: source.log,
      id,
      stream,
      revision,
      type: PAYLOAD_ERASED,
      schema: SCHEMA,
      recordedAt,
      actor,
      request,
    };
    return seal(draft, data, ambient.salt());
  });
  return {
    has: ({ envelope }) => found.has(envelope.id),
    told,
    isTold: ({ envelope }, index) => envelope.type === PAYLOAD_ERASED && envelope.id === told[index]?.envelope.id,
  };
}

const idOf = (log: string, event: string): string => uuidv5(`${PAYLOAD_ERASED} ${event}`, log);
