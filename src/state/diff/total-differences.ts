import { type Summand, type Total, totalsOf } from '../../../projections/law/totals.js';

type Sum = Omit<Total, 'predicate' | 'subject' | 'currency'>;

/** A sum that is another one at the other point; null where there was nothing to add up. */
export interface TotalDifference extends Pick<Total, 'predicate' | 'subject' | 'currency'> {
  readonly before: Sum | null;
  readonly after: Sum | null;
}

/** The sums that differ, by predicate, subject and currency. */
export function totalDifferences(before: readonly Summand[], after: readonly Summand[]): readonly TotalDifference[] {
  const was = new Map(totalsOf(before).map((total) => [nameOf(total), total]));
  const is = new Map(totalsOf(after).map((total) => [nameOf(total), total]));
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((name) => {
    const [one, other] = [was.get(name), is.get(name)];
    const { predicate, subject, currency } = (one ?? other) as Total;
    const sums = { before: sumOf(one), after: sumOf(other) };
    if (JSON.stringify(sums.before) === JSON.stringify(sums.after)) return [];
    return [{ predicate, subject, currency, ...sums }];
  });
}

const nameOf = ({ predicate, subject, currency }: Total): string => `${predicate}:${subject}:${currency ?? ''}`;

function sumOf(total: Total | undefined): Sum | null {
  if (!total) return null;
  const { predicate: _, subject: __, currency: ___, ...sum } = total;
  return sum;
}
