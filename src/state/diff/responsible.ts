import { developmentInOrder } from '../../../projections/change.js';
import type { Node } from '../../../projections/law/knowledge.js';
import type { Sql } from '../../../projections/projection.js';
import type { Moment } from '../../answers/moment.js';
import { type Day, formatDay } from '../../time/day.js';
import { ChangedDevelopments } from './changed-developments.js';
import type { Comparison, Judged } from './comparison.js';
import { type Event, eventsBetween } from './steps.js';

/** A day of a development that may have come, or has certainly come, by only one of the two days compared. */
interface CameDue {
  readonly what: 'came-due';
  readonly earliest: string;
  readonly latest: string;
}

/** A development that made the difference, and how. */
export interface Responsible {
  readonly development: string;
  readonly kind: string;
  readonly title: string;
  readonly how: readonly (Event | CameDue)[];
}

type Steps = ReadonlyMap<number, Responsible['how']>;

/** Why a fact's answer is another one at the other point: the developments that made the difference, in log order. */
export function responsibleFor(sql: Sql, comparison: Comparison, from: Moment, to: Moment): readonly Responsible[] {
  const due = cameDue(comparison, from.day, to.day);
  const learned = whatWasLearned(sql, comparison, from, to, due.size > 0);
  const steps = learned.size + due.size > 0 ? due : grownPossible(comparison, from.day, to.day);
  const latest = Math.max(from.position, to.position);
  return [...new Set([...learned.keys(), ...steps.keys()])]
    .sort((a, b) => a - b)
    .map((dev) => {
      const { id, state } = developmentInOrder(sql, dev, latest);
      const { kind, title } = state.version;
      return { development: id, kind, title, how: [...(learned.get(dev) ?? []), ...(steps.get(dev) ?? [])] };
    });
}

/** Developments of which something else was known at the other position, where that makes the difference. */
function whatWasLearned(sql: Sql, { pair }: Comparison, from: Moment, to: Moment, isExplained: boolean): Steps {
  if (from.position === to.position) return new Map();
  // Why they differ doesn't depend on which of the points was named first.
  const [one, other] = from.position < to.position ? [from, to] : [to, from];
  const [before, after] = one === from ? [pair.before, pair.after] : [pair.after, pair.before];
  const developments = new ChangedDevelopments(
    sql,
    { rows: before, position: one.position },
    { rows: after, position: other.position },
  );
  const events = eventsBetween(sql, developments.changed, one.position, other.position);
  const candidates = developments.changed.filter((dev) => events.has(dev));
  const onLast = developments.decisive(candidates, other.day);
  // What was learned may concern the other day alone, and what is so on this one rest on other grounds.
  const decisive = onLast.length > 0 || isExplained ? onLast : developments.decisive(candidates, one.day);
  return new Map(decisive.map((dev) => [dev, events.get(dev) ?? []]));
}

/**
 * What the later day's answer rests on and had not come yet, or not certainly, by the earlier day. What else came in
 * between has been superseded again.
 */
function cameDue(comparison: Comparison, from: Day, to: Day): Steps {
  return stepsOf(laterOf(comparison, from, to), (range) => stage(range, from) !== stage(range, to));
}

/**
 * What the later day's answer rests on and the earlier's did not, though it may have come by both: on the earlier day it
 * can't have been the last to come.
 */
function grownPossible(comparison: Comparison, from: Day, to: Day): Steps {
  const [later, earlier] = [laterOf(comparison, from, to), laterOf(comparison, to, from)];
  const restedOn = new Set(earlier?.judgement.because.map(({ order }) => order));
  const grown = [...stepsOf(later, () => true)].filter(([dev]) => !restedOn.has(dev));
  return grown.length > 0 ? new Map(grown) : stepsOf(later, () => true);
}

const laterOf = ({ before, after }: Comparison, from: Day, to: Day): Judged | undefined => (to < from ? before : after);

function stepsOf(judged: Judged | undefined, counts: (range: Node) => boolean): Steps {
  const found = new Map<number, CameDue[]>();
  for (const { order, node } of judged?.judgement.because ?? []) {
    const range = judged?.judgement.ranges[node] as Node;
    if (!counts(range)) continue;
    const step: CameDue = {
      what: 'came-due',
      earliest: formatDay(range.earliest),
      latest: formatDay(range.latest),
    };
    found.set(order, [...(found.get(order) ?? []), step]);
  }
  return found;
}

/** Whether it has not come by a day, may have, or has. */
const stage = ({ earliest, latest }: Node, day: Day): number => (day < earliest ? 0 : day < latest ? 1 : 2);
