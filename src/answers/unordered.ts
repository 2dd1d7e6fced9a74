import { courseOf } from '../../projections/law/course.js';
import { groupsOf } from '../../projections/law/groups.js';
import type { Bond, Node } from '../../projections/law/knowledge.js';
import { contradictionIn, tighten } from '../../projections/law/tighten.js';
import { type Day, MAX_DAY } from '../time/day.js';

/** Days further apart than any bonds together can reach, so that ranges have no say. */
const FAR = 1_000_000_000;

/** Days in a row, both ends among them; without a last one where they never end. */
export interface OpenDays {
  readonly from: Day;
  readonly to?: Day;
}

/** Which of two days came first, as far as ranges and bonds tell; days are places in `nodes`. */
export class Orders {
  /** The days as the bonds leave them. */
  readonly tightened: readonly Node[];
  readonly #groups: readonly number[];
  readonly #unranged: readonly Node[];

  constructor(
    private readonly nodes: readonly Node[],
    private readonly bonds: readonly Bond[],
  ) {
    this.tightened = tighten(nodes, bonds).nodes;
    this.#groups = groupsOf(nodes.length, bonds);
    this.#unranged = nodes.map((node) => ({ ...node, earliest: -FAR, latest: FAR }));
  }

  /** Whether bonds alone say that `a` is never before `b`. */
  follows(a: number, b: number): boolean {
    if (this.#groups[a] !== this.#groups[b]) return false;
    return !this.#has(this.#unranged, { later: b, earlier: a, atLeast: 1, atMost: null });
  }

  /** Whether some course of events has `a` at least so many days after `b`. */
  canFollow(a: number, b: number, atLeast = 0): boolean {
    return this.#has(this.nodes, { later: a, earlier: b, atLeast, atMost: null });
  }

  /** Whether they may overlap, and either can have come first. */
  open(a: number, b: number): boolean {
    const [one, other] = [this.tightened[a] as Node, this.tightened[b] as Node];
    if (one.earliest > other.latest || other.earliest > one.latest) return false;
    return this.#groups[a] !== this.#groups[b] || (this.canFollow(a, b) && this.canFollow(b, a));
  }

  /**
   * The days on which a fact may be as either says, were nothing else said of it.
   * @param second takes effect after `first` where both are of one day
   * @returns undefined where there is none
   */
  bothPossible(first: number, second: number): OpenDays | undefined {
    const assertions = [first, second].map((node, order) => {
      return { development: (this.nodes[node] as Node).development, order, node, value: String(order) };
    });
    const { nodes, bonds } = this;
    const open = [...courseOf({ assertions, nodes, bonds })].filter(({ judgement }) => judgement.because.length === 2);
    const [from, to] = [open.at(0)?.from, open.at(-1)?.to];
    return from === undefined || to === undefined ? undefined : { from, ...(to < MAX_DAY && { to }) };
  }

  #has(nodes: readonly Node[], bond: Bond): boolean {
    return contradictionIn(nodes, [...this.bonds, bond]) === undefined;
  }
}
