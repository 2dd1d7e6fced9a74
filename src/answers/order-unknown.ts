import { type Development, developmentInOrder, withFine } from '../../projections/change.js';
import { keyOf } from '../../projections/fact.js';
import { statedBy } from '../../projections/facts.projection.js';
import type { NodeRow } from '../../projections/network.js';
import type { Sql } from '../../projections/projection.js';
import type { Version } from '../developments/events.js';
import type { Warning } from '../developments/writing.js';
import { DatedDevelopments } from './dated-developments.js';
import { type Claimed, type Open, orderUnknownInWords } from './order-unknown.text.js';

/** How much is told at most. */
const MAX_TOLD = 20;

/** What a development says about a fact. */
interface Claim extends NodeRow {
  readonly value: string;
}

/** What else is said of the development's facts that may have come before it or after it. */
export function orderUnknown(sql: Sql, id: string, position: number, version?: Version): readonly Warning[] {
  const dev = sql.get<{ dev: number }>('SELECT dev FROM developments WHERE id = ?', id)?.dev;
  if (dev === undefined) return [];
  const development = version
    ? { order: dev, id, state: { version, sources: [], revision: 0, retracted: false } }
    : developmentInOrder(sql, dev, position);
  const claims = new Map<string, Claim[]>();
  for (const { fact, node, range, value } of statedBy(withFine(development, sql, position))) {
    const claim = { dev, id, node, ...range, value };
    claims.set(keyOf(fact), [...(claims.get(keyOf(fact)) ?? []), claim]);
  }
  const warnings: Warning[] = [];
  for (const [fact, own] of claims) {
    if (warnings.length < MAX_TOLD) warnings.push(...orderUnknownOf(sql, fact, development, own, position));
  }
  return warnings.slice(0, MAX_TOLD);
}

const OTHERS = `
  WITH k(position) AS (SELECT ?)
  SELECT a.dev, d.id, a.node, a.earliest, a.latest, a.value
  FROM k JOIN facts f ON f.key = ? JOIN assertions a ON a.fact = f.fact JOIN developments d ON d.dev = a.dev
  WHERE a.known_from <= k.position AND (a.known_to IS NULL OR a.known_to > k.position)
    AND a.dev <> ? AND a.earliest <= ? AND a.latest >= ? ORDER BY a.dev, a.effect LIMIT ?`;

function orderUnknownOf(
  sql: Sql,
  fact: string,
  own: Development,
  claims: readonly Claim[],
  position: number,
): readonly Warning[] {
  const pairs = claims.flatMap((claim) => {
    const others = sql.all<Claim>(OTHERS, position, fact, own.order, claim.latest, claim.earliest, MAX_TOLD);
    return others.map((other) => [claim, other] as const);
  });
  if (pairs.length === 0) return [];
  const others = new Map(pairs.map(([, { dev }]) => [dev, developmentInOrder(sql, dev, position)]));
  const dates = new DatedDevelopments(sql, [own, ...others.values()], position);
  const unknown = pairs.filter(([claim, other]) => dates.orderUnknown(claim, other));
  return [...others].flatMap(([dev, other]): Warning[] => {
    const between = unknown.filter(([, { dev: each }]) => each === dev);
    const [first] = between;
    if (!first) return [];
    const proposed = dates.timingFor(own, other, between);
    const claimed = ({ state }: Development, { value, ...day }: Claim): Claimed => ({
      title: state.version.title,
      value,
      range: dates.rangeOf(day),
    });
    const [, second] = dates.ofOneDay(...first);
    const [ownClaimed, otherClaimed] = [claimed(own, first[0]), claimed(other, first[1])];
    const open: Open = {
      days: dates.bothPossible(...first),
      second: second === first[0] ? ownClaimed : otherClaimed,
      inLogOrder: second?.dev === Math.max(own.order, other.order),
    };
    const detail = orderUnknownInWords(fact, ownClaimed, otherClaimed, open, proposed);
    return [{ code: 'order-unknown', detail, fact, development: other.id, ...(proposed && { proposed }) }];
  });
}
