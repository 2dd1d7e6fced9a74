import { judge } from '../../../projections/law/judge.js';
import { type BondRow, bondsAmong, connected, type NodeRow } from '../../../projections/network.js';
import type { Sql } from '../../../projections/projection.js';
import type { Day } from '../../time/day.js';
import { UNRECORDED, verdictOf } from '../fact-item.js';
import { inLogOrder } from '../fact-reader.js';
import { type AssertionRow, knowledgeFrom, UNBOUND } from '../knowledge-of.js';
import { networkKnown } from '../networks.js';

/** Of more developments than that it is not tried out what the answer were without each. */
const TRIED = 16;

/** What was stated about a fact, as known at a position. */
interface Assertions {
  readonly rows: readonly AssertionRow[];
  readonly position: number;
}

/** All that has a part in a fact's answers at a position: what is stated, on which days, and how these hang together. */
interface Told {
  readonly rows: readonly AssertionRow[];
  readonly nodes: readonly NodeRow[];
  readonly bonds: readonly BondRow[];
}

/** What was known of a fact at two positions, development by development. */
export class ChangedDevelopments {
  readonly #before: Told;
  readonly #after: Told;
  /** Those, by their places in log order, of which something else was known at the other position. */
  readonly changed: readonly number[];

  constructor(sql: Sql, before: Assertions, after: Assertions) {
    const around = [...partOf(sql, before), ...partOf(sql, after)];
    const devs = new Set([...around, ...[...before.rows, ...after.rows].map(({ dev }) => dev)]);
    const isBound = around.length > 0;
    this.#before = told(sql, before, isBound ? devs : NONE);
    this.#after = told(sql, after, isBound ? devs : NONE);
    this.changed = [...devs]
      .filter((dev) => content(only(this.#before, dev)) !== content(only(this.#after, dev)))
      .sort((a, b) => a - b);
  }

  /**
   * Which of some changed developments made the difference to the answer on a day: without what was learned of one of
   * them it would be another. Where several would do, those of which what was learned is enough for it to change; where
   * it takes several, all of them. Of many, those that state something about the fact.
   */
  decisive(devs: readonly number[], day: Day): readonly number[] {
    const [was, is] = [answer(this.#before, day), answer(this.#after, day)];
    if (was === is) return [];
    const isNeeded = (dev: number): boolean => answer(exchanged(this.#after, this.#before, dev), day) !== is;
    const isEnough = (dev: number): boolean => answer(exchanged(this.#before, this.#after, dev), day) !== was;
    const stating = new Set([...this.#before.rows, ...this.#after.rows].map(({ dev }) => dev));
    for (const counts of devs.length > TRIED ? [(dev: number) => stating.has(dev)] : [isNeeded, isEnough]) {
      const decisive = devs.filter(counts);
      if (decisive.length > 0) return decisive;
    }
    return devs;
  }
}

const NONE: ReadonlySet<number> = new Set();

/** The developments that those of some assertions are bound to. */
function partOf(sql: Sql, { rows, position }: Assertions): readonly number[] {
  const bound = new Set(rows.filter((row) => row.bound === 1).map(({ dev }) => dev));
  return bound.size === 0 ? [] : [...bound, ...networkKnown(sql, bound, position).nodes.map(({ dev }) => dev)];
}

function told(sql: Sql, { rows, position }: Assertions, devs: ReadonlySet<number>): Told {
  if (devs.size === 0) return { rows, nodes: [], bonds: [] };
  // Also the bonds to what is retracted: they hold again where it is put back.
  return { rows, nodes: networkKnown(sql, devs, position).nodes, bonds: bondsAmong(sql, [...devs], position) };
}

const parts = ({ rows, nodes, bonds }: Told, keep: (dev: number) => boolean): Told => ({
  rows: rows.filter(({ dev }) => keep(dev)),
  nodes: nodes.filter(({ dev }) => keep(dev)),
  bonds: bonds.filter(({ dev }) => keep(dev)),
});

const only = (all: Told, dev: number): Told => parts(all, (each) => each === dev);

const content = ({ rows, nodes, bonds }: Told): string =>
  JSON.stringify([
    rows.map(({ effect, node, earliest, latest, value }) => [effect, node, earliest, latest, value]),
    nodes,
    bonds,
  ]);

/** What was told, but of one development as it was told at the other position. */
function exchanged(all: Told, other: Told, dev: number): Told {
  const [rest, own] = [parts(all, (each) => each !== dev), only(other, dev)];
  return {
    rows: inLogOrder([...rest.rows, ...own.rows]),
    nodes: [...rest.nodes, ...own.nodes],
    bonds: [...rest.bonds, ...own.bonds],
  };
}

function answer({ rows, nodes, bonds }: Told, day: Day): string {
  if (rows.length === 0) return JSON.stringify(UNRECORDED);
  const { knowledge } = knowledgeFrom(rows, nodes.length === 0 ? UNBOUND : connected(nodes, bonds));
  return JSON.stringify(verdictOf(judge(knowledge, day)));
}
