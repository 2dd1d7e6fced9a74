import { createHash } from 'node:crypto';
import { type Summand, totalsOf } from '../../projections/law/totals.js';
import type { Sql } from '../../projections/projection.js';
import { RULES } from '../../projections/rules.js';
import type { Moment } from '../answers/moment.js';
import { jcs } from '../event-store/canonical.js';
import { formatDay } from '../time/day.js';
import type { FactFilter } from './fact-reader.js';
import { heldFacts } from './state-at.js';

/**
 * SHA-256 (hex) of the JCS of { format, rules, log, position, asOf, filter, facts, totals }. The text is fed to the
 * hash piece by piece, members in JCS order, so that the state is never held as a whole.
 */
export async function stateDigest(sql: Sql, log: string, filter: FactFilter, moment: Moment): Promise<string> {
  const hash = createHash('sha256');
  const summands: Summand[] = [];
  hash.update(`{"asOf":${jcs(formatDay(moment.day))},"facts":[`);
  let separator = '';
  for await (const handful of heldFacts(sql, filter, moment)) {
    for (const { item, summand } of handful) {
      hash.update(separator + jcs(item));
      separator = ',';
      if (summand) summands.push(summand);
    }
  }
  const { position } = moment;
  const rest = {
    filter,
    format: 'regtime-state/1',
    log,
    position: String(position),
    rules: RULES,
    totals: totalsOf(summands),
  };
  hash.update(`],${jcs(rest).slice(1)}`);
  return hash.digest('hex');
}
