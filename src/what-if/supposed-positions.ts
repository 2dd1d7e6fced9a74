/** Members of answers that say a position. */
const SAYING: ReadonlySet<string> = new Set(['position']);
/** Members that hold what somebody else has written. */
const QUOTED: ReadonlySet<string> = new Set(['details', 'sources']);

/**
 * An answer in which positions beyond `base` are named as supposed ones: `57+2` is the second event after position 57.
 * They are no positions, so nobody can ask for them, and they are never taken for those that come to be.
 */
export function withSupposedPositions<A>(answer: A, base: number): A {
  const renamed = (value: unknown, name?: string): unknown => {
    if (typeof value === 'string' && name !== undefined && SAYING.has(name)) return supposedPosition(value, base);
    if (Array.isArray(value)) return value.map((each) => renamed(each));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([member, each]) => [member, QUOTED.has(member) ? each : renamed(each, member)]),
    );
  };
  return renamed(answer) as A;
}

function supposedPosition(position: string, base: number): string {
  const beyond = Number(position) - base;
  return beyond > 0 ? `${base}+${beyond}` : position;
}
