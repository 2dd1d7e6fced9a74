import { formatDay } from '../../src/time/day.js';
import { parseEdtf } from '../../src/time/edtf.js';
import { type Command, change } from './change.js';
import { fineOf, nth, type Told } from './fitting.js';
import type { Step } from './histories.js';

/** Changes of several developments that were not meant for each other. */

export function repoint(of: number, told: readonly Told[]): readonly Command[] {
  const pairs = told.flatMap((changing, index) => {
    const later = fineOf(changing.version) ? told.slice(index + 1) : [];
    return later.filter(({ version }) => version.kind === 'FineImposed').map((fine) => ({ changing, fine }));
  });
  const { changing, fine } = nth(pairs, of) ?? {};
  if (!changing || !fine) return [];
  const { version } = changing;
  return [change(changing, { ...version, when: fine.version.when, details: { ...version.details, fine: fine.id } })];
}

export function cross({ of, wide }: Step & { act: 'cross' }, told: readonly Told[]): readonly Command[] {
  const pairs = told.flatMap((changing) => {
    const fine = told.find(({ id }) => id === fineOf(changing.version));
    return fine ? [{ changing, fine }] : [];
  });
  const { changing, fine } = nth(pairs, of) ?? {};
  if (!changing || !fine) return [];
  const [first, last] = [parseEdtf(fine.version.when).earliest, parseEdtf(changing.version.when).latest];
  if (first >= last) return [];
  return [
    change(fine, { ...fine.version, when: formatDay(last) }),
    change(changing, {
      ...changing.version,
      when: wide ? `[${formatDay(first)}..${formatDay(last - 1)}]` : formatDay(first),
    }),
  ];
}

export function entangle({ of, days }: Step & { act: 'entangle' }, told: readonly Told[]): readonly Command[] {
  const pairs = told.flatMap((one, index) => told.slice(index + 1).map((other) => [one, other] as const));
  const possible = pairs.filter(([one, other]) => {
    const [a, b] = [parseEdtf(one.version.when), parseEdtf(other.version.when)];
    return a.latest - b.earliest >= days && b.latest - a.earliest >= days;
  });
  const [one, other] = nth(possible, of) ?? [];
  if (!one || !other) return [];
  const after = ({ id }: Told) => [{ after: id, atLeast: `P${days}D` }];
  return [
    change(one, { ...one.version, timing: after(other) }),
    change(other, { ...other.version, timing: after(one) }),
  ];
}
