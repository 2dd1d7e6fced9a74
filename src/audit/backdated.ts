import { setImmediate as nextTurn } from 'node:timers/promises';
import { changesAt } from '../../projections/change.js';
import type { Sql } from '../../projections/projection.js';
import { factsBetween } from '../state/facts-between.js';
import { type Day, dayOfInstant, formatDay, parseDay } from '../time/day.js';
import { type DevelopmentView, type VersionFound, versionOf, versionsFound } from '../timeline/development-view.js';
import { firstDayOtherwise } from './first-day-otherwise.js';
import { factsChangedBy } from './linked-facts.js';

/** A fact whose past is told otherwise, from some day on. */
export interface FactRetold {
  readonly fact: string;
  readonly from: string;
}

/** What was recorded long after it happened, or changed what had been told of days gone by. */
export interface Backdated {
  readonly position: string;
  readonly recordedAt: string;
  readonly actor: string;
  /** The kind for what was recorded; else the type of the change. */
  readonly type: string;
  readonly development: string;
  readonly kind: string;
  readonly title: string;
  readonly when: string;
  readonly earliest: string;
  readonly latest: string;
  /** Days: from the last on which it may have happened, or from the first that is told otherwise, to the day of record. */
  readonly lag: number;
  /** Present where what the event said, or the development stated then, was erased. */
  readonly payloadErased?: true;
  /** Of a change: what was stated before it was erased, so that the past may have been told so already. */
  readonly beforeErased?: true;
  readonly reason?: string;
  readonly cause?: string;
  readonly changed?: readonly string[];
  /** Of a change: the first day that is told otherwise. */
  readonly from?: string;
  /** Of a change: the facts that had other values on days before the record day, by key. */
  readonly facts?: readonly FactRetold[];
}

/** Positions read at once. */
const WINDOW = 1_024;
/** So many changes are looked at before other requests get their turn. */
const AT_ONCE = 16;

const RETELLS = new Set(['DevelopmentCorrected', 'DevelopmentRetracted', 'DevelopmentReinstated']);

/**
 * In log order after a position and up to another: developments recorded more than `days` days after they happened at
 * the latest, and later changes by which days before the record day are told otherwise: what was so on them, or when
 * the development happened.
 */
export async function* backdated(sql: Sql, days: number, after: number, until: number): AsyncGenerator<Backdated> {
  let changes = 0;
  for (let start = after; start < until; start += WINDOW) {
    for (const version of versionsFound(sql, start, Math.min(start + WINDOW, until), days)) {
      const { view, note } = version;
      if (view.revision === 0) {
        yield entry(version, dayOf(view) - dayNamed(view.latest));
      } else if (RETELLS.has(note.type)) {
        const retold = retoldBy(sql, version);
        if (retold) yield { ...entry(version, dayOf(view) - retold.from), ...shown(version, retold) };
        changes += 1;
        if (changes % AT_ONCE === 0) await nextTurn();
      }
    }
    await nextTurn();
  }
}

interface Retold {
  readonly from: Day;
  readonly facts: readonly FactRetold[];
  readonly isBeforeErased: boolean;
}

/** What a change made of the days before it was recorded; undefined where they are told as before. */
function retoldBy(sql: Sql, { dev, view }: VersionFound): Retold | undefined {
  const position = Number(view.position);
  const until = dayOf(view) - 1;
  const changes = changesAt(sql, dev, position);
  const [keys = []] = factsChangedBy(sql, [{ position, changes }]);
  const facts = factsBetween(sql, keys, position - 1, position);
  const retold = keys.flatMap((fact) => {
    const known = facts.get(fact);
    const from = firstDayOtherwise(known?.at(position - 1), known?.at(position), until);
    return from === undefined ? [] : [{ fact, from }];
  });
  const before = versionOf(sql, dev, position - 1);
  const moved = firstDayMoved(before, view);
  const from = Math.min(...retold.map((each) => each.from), moved ?? Number.POSITIVE_INFINITY);
  if (from > until) return undefined;
  return {
    from,
    facts: retold.map((each) => ({ fact: each.fact, from: formatDay(each.from) })),
    isBeforeErased: before?.payloadErased === true,
  };
}

/** The first day on which the development may have happened by one version and not by the other. */
function firstDayMoved(before: DevelopmentView | undefined, after: DevelopmentView): Day | undefined {
  if (before === undefined) return undefined;
  const [was, is] = [before, after].map(({ earliest, latest }) => ({
    earliest: dayNamed(earliest),
    latest: dayNamed(latest),
  })) as [Range, Range];
  if (before.retracted !== after.retracted) return before.retracted ? is.earliest : was.earliest;
  if (after.retracted) return undefined;
  if (was.earliest !== is.earliest) return Math.min(was.earliest, is.earliest);
  return was.latest === is.latest ? undefined : Math.min(was.latest, is.latest) + 1;
}

interface Range {
  readonly earliest: Day;
  readonly latest: Day;
}

const dayNamed = (text: string): Day => parseDay(text) as Day;
const dayOf = ({ recordedAt }: DevelopmentView): Day => dayOfInstant(recordedAt);

const entry = ({ view, note }: VersionFound, lag: number): Backdated => ({
  position: view.position,
  recordedAt: view.recordedAt,
  actor: note.actor,
  type: note.type,
  development: view.id,
  kind: view.kind,
  title: view.title,
  when: view.when,
  earliest: view.earliest,
  latest: view.latest,
  lag,
  ...((view.payloadErased || note.payloadErased) && { payloadErased: true }),
});

const shown = (
  { note: { reason, cause, changed } }: VersionFound,
  { from, facts, isBeforeErased }: Retold,
): Pick<Backdated, 'beforeErased' | 'reason' | 'cause' | 'changed' | 'from' | 'facts'> => ({
  ...(isBeforeErased && { beforeErased: true }),
  ...(reason !== undefined && { reason }),
  ...(cause !== undefined && { cause }),
  ...(changed !== undefined && { changed }),
  from: formatDay(from),
  facts,
});
