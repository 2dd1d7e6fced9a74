import type { Development } from '../../projections/change.js';
import { nodesOf, WHEN } from '../../projections/dates.js';
import type { Node } from '../../projections/law/knowledge.js';
import { connected, indexed, type NodeRow, nameOf, networkAround } from '../../projections/network.js';
import type { Sql } from '../../projections/projection.js';
import { MAX_SPAN } from '../developments/timing.fields.js';
import type { Timing } from '../developments/timing.js';
import { Orders } from './unordered.js';

type Day = Pick<NodeRow, 'dev' | 'node'>;

/** Some developments' days at a position, with all that they are bound to. */
export class DatedDevelopments {
  readonly #placeOf: ReadonlyMap<string, number>;
  readonly #orders: Orders;

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
    this.#orders = new Orders(nodes, bonds);
  }

  /** The days it may be on, as far as all of them tell. */
  rangeOf(day: Day): Node {
    return this.#orders.tightened[this.#place(day)] as Node;
  }

  orderUnknown(a: Day, b: Day): boolean {
    return this.#orders.unknown(this.#place(a), this.#place(b));
  }

  /**
   * The timing of one development after another by which each pair's first day is never before its second.
   * @returns undefined where no timing does that, or it would contradict what is known
   */
  timingFor(own: Development, other: Development, pairs: readonly (readonly [Day, Day])[]): Timing | undefined {
    const [when, prior] = [
      { dev: own.order, node: WHEN },
      { dev: other.order, node: WHEN },
    ];
    const distances = pairs.map(([first, second]) =>
      this.#orders.follows(this.#place(first), this.#place(when)) || first.node === WHEN
        ? Math.max(0, second.node === WHEN ? 0 : this.rangeOf(second).latest - this.rangeOf(prior).earliest)
        : Number.POSITIVE_INFINITY,
    );
    const atLeast = Math.max(...distances);
    const [a, b] = [this.#place(when), this.#place(prior)];
    if (atLeast > MAX_SPAN || this.#orders.follows(b, a) || !this.#orders.canFollow(a, b, atLeast)) return undefined;
    return { after: other.id, ...(atLeast > 0 && { atLeast: `P${atLeast}D` }) };
  }

  #place(day: Day): number {
    return this.#placeOf.get(nameOf(day)) as number;
  }
}
