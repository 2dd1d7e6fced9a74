import type { Sql } from '../../projections/projection.js';

const LAST = 'SELECT number, sum FROM erased_payloads WHERE position <= ? ORDER BY position DESC LIMIT 1';

/** Tells answers at a position from what they were before anything that they may rest on was erased; empty if nothing was. */
export function erasedUpTo(sql: Sql, position: number): readonly number[] {
  const last = sql.get<{ number: number; sum: number }>(LAST, position);
  return last ? [last.number, last.sum] : [];
}
