/**
 * An amount of money, or bounds of it; amounts are decimal texts. `approximate` says the source itself is not exact;
 * it doesn't move the bounds.
 */
export type Money =
  | { readonly value: string; readonly currency: string; readonly approximate?: true }
  | {
      readonly atLeast?: string;
      readonly atMost?: string;
      readonly currency: string;
      readonly approximate?: true;
    };

/** Smallest and largest amount; `max` is null where no upper end is known. */
export interface MoneyBounds {
  readonly min: string;
  readonly max: string | null;
}

export function moneyBounds(money: Money): MoneyBounds {
  if ('value' in money) return { min: money.value, max: money.value };
  return { min: money.atLeast ?? '0', max: money.atMost ?? null };
}

/** The same amount in one way of writing it: without zeros at the end of a fraction. */
export function plainMoney(money: Money): Money {
  const plain = Object.entries(money).map(([name, value]) => [
    name,
    AMOUNTS.has(name) ? addDecimals('0', String(value)) : value,
  ]);
  return Object.fromEntries(plain);
}

const AMOUNTS: ReadonlySet<string> = new Set(['value', 'atLeast', 'atMost']);

/** Exact sum of two non-negative decimal texts, without trailing zeros after the point. */
export function addDecimals(a: string, b: string): string {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  const digits = String(scaled(a, scale) + scaled(b, scale)).padStart(scale + 1, '0');
  if (scale === 0) return digits;
  const fraction = digits.slice(-scale).replace(/0+$/, '');
  const whole = digits.slice(0, -scale);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** Negative, 0 or positive as `a` is less than, equal to or greater than `b`; "1.0" equals "1". */
export function compareDecimals(a: string, b: string): number {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  const [left, right] = [scaled(a, scale), scaled(b, scale)];
  return left < right ? -1 : left > right ? 1 : 0;
}

const scaleOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;

const scaled = (decimal: string, scale: number): bigint => {
  const [whole = '', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
};
