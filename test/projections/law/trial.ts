import { judge } from '../../../projections/law/judge.js';
import type { Knowledge } from '../../../projections/law/knowledge.js';
import { tieOrder } from '../../../projections/law/tie-order.js';
import { contradictionIn, tighten } from '../../../projections/law/tighten.js';
import { type JsonValue, jcs } from '../../../src/event-store/canonical.js';

/** A question to the law, JSON, so that it can be kept in a file. */
interface Asked {
  readonly knowledge: Knowledge;
  readonly day: number;
  readonly after: readonly (readonly [development: number, after: readonly number[]])[];
}

/** Everything that the law says of it. */
export interface Told {
  readonly values: readonly unknown[];
  readonly because: readonly string[];
  readonly since: unknown;
  readonly contradictory: boolean;
  /** Whether days fit all that is known of them. */
  readonly possible: boolean;
  readonly ranges: readonly (readonly [earliest: number, latest: number])[];
  readonly order: readonly number[];
}

/** A question with what is right to answer. */
export interface Trial extends Asked {
  readonly right: Told;
}

/** Milliseconds after which an answer is no good: what creeps takes several times as long, and else it is one. */
const PATIENCE = 500;

function told({ knowledge, day, after }: Asked): Told {
  const { nodes, bonds } = knowledge;
  const { values, because, since, contradiction } = judge(knowledge, day);
  return {
    values,
    because: because.map(({ value }) => String(value)),
    since: since ?? null,
    contradictory: contradiction !== undefined,
    possible: contradictionIn(nodes, bonds) === undefined,
    ranges: tighten(nodes, bonds).nodes.map(({ earliest, latest }) => [earliest, latest]),
    order: tieOrder(new Map(after)),
  };
}

/** How many questions in, and how, the answers go wrong; undefined if they are right about them all. */
export async function firstWrong(trials: readonly Trial[]): Promise<{ trial: number; wrong: string } | undefined> {
  for (const [trial, { right, ...asked }] of trials.entries()) {
    const began = performance.now();
    const wrong = jcs(told(asked) as unknown as JsonValue);
    if (wrong !== jcs(right as unknown as JsonValue)) return { trial, wrong };
    if (performance.now() - began > PATIENCE) return { trial, wrong: 'it creeps' };
  }
  return undefined;
}
