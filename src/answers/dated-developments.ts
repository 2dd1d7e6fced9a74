import type { Development } from '../../projections/change.js';
import { nodesOf, WHEN } from '../../projections/dates.js';
import type { Node } from '../../projections/law/knowledge.js';
import {
  type BondRow,
  connected,
  indexed,
  inTieOrder,
  type NodeRow,
  nameOf,
  networkAround,
} from '../../projections/network.js';
import type { Sql } from '../../projections/projection.js';
import { MAX_SPAN } from '../developments/timing.fields.js';
import type { Timing } from '../developments/timing.js';
import { type OpenDays, Orders } from './unordered.js';

type Day = Pick<NodeRow, 'dev' | 'node'>;

/** Some developments' days at a position, with all that they are bound to. */
export class DatedDevelopments {
  readonly #placeOf: ReadonlyMap<string, number>;
  readonly #orders: Orders;
  readonly #bonds: readonly BondRow[];

  constructor(sql: Sql, developments: readonly Development[], position: number) {
    const around = networkAround(
      sql,
      developments.map(({ order }) => order),
      position,
    );
    const known = new Set(around.nodes.map(nameOf));
    const unbound = developments.flatMap(({ order, id, state }) =>
      nodesOf(state)
        .map(({ node, range }): NodeRow => ({ dev: order, id, node, ...range }))
        .filter((row) => !known.has(nameOf(row))),
    );
    const { nodes, bonds, placeOf } = indexed(connected([...around.nodes, ...unbound], around.bonds));
    this.#placeOf = placeOf;
    this.#bonds = around.bonds;
    this.#orders = new Orders(nodes, bonds);
  }

  /** The days it may be on, as far as all of them tell. */
  rangeOf(day: Day): Node {
    return this.#orders.tightened[this.#place(day)] as Node;
  }

  /** Whether either can have come first, and no timing says which. */
  orderUnknown(one: Day, other: Day): boolean {
    const [a, b] = [this.#place(one), this.#place(other)];
    return this.#orders.open(a, b) && !this.#timed(one, other) && !this.#timed(other, one);
  }

  /** Those of two developments' days, as they take effect where both are of one day. */
  ofOneDay<D extends Day>(one: D, other: D): readonly [D, D] {
    return inTieOrder(one.dev < other.dev ? [one, other] : [other, one], this.#bonds) as readonly [D, D];
  }

  /** The days on which a fact may be as either of two developments says, by what these say alone. */
  bothPossible(one: Day, other: Day): OpenDays | undefined {
    const [first, second] = this.ofOneDay(one, other);
    return this.#orders.bothPossible(this.#place(first), this.#place(second));
  }

  /** Whether bonds say that one is never before the other; or the developments' timing, with what the dates say. */
  #timed(later: Day, earlier: Day): boolean {
    const [a, b] = [this.#place(later), this.#place(earlier)];
    if (this.#orders.follows(a, b)) return true;
    return (
      this.#orders.follows(this.#placeOfWhen(later), this.#placeOfWhen(earlier)) && !this.#orders.canFollow(b, a, 1)
    );
  }

  /**
   * The timing of one development after another by which each pair's first day is never before its second.
   * @returns undefined where no timing does that, or it would contradict what is known
   */
  timingFor(own: Development, other: Development, pairs: readonly (readonly [Day, Day])[]): Timing | undefined {
    const [a, b] = [this.#placeOfWhen({ dev: own.order }), this.#placeOfWhen({ dev: other.order })];
    const distances = pairs.map(([first, second]) => {
      if (first.node !== WHEN && !this.#orders.follows(this.#place(first), a)) return Number.POSITIVE_INFINITY;
      return second.node === WHEN ? 0 : this.rangeOf(second).latest - (this.#orders.tightened[b] as Node).earliest;
    });
    const atLeast = Math.max(0, ...distances);
    if (atLeast > MAX_SPAN || this.#orders.follows(b, a) || !this.#orders.canFollow(a, b, atLeast)) return undefined;
    return { after: other.id, ...(atLeast > 0 && { atLeast: `P${atLeast}D` }) };
  }

  #placeOfWhen({ dev }: Pick<Day, 'dev'>): number {
    return this.#place({ dev, node: WHEN });
  }

  #place(day: Day): number {
    return this.#placeOf.get(nameOf(day)) as number;
  }
}
