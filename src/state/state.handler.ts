import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type Summand, type Total, totalsOf } from '../../projections/law/totals.js';
import type { Sql } from '../../projections/projection.js';
import { coordinated, type Moment } from '../answers/moment.js';
import { readParameters } from '../answers/parameters.js';
import { READING, type Reading } from '../answers/reading.js';
import { parseCoordinates } from '../time/coordinates.js';
import type { Day } from '../time/day.js';
import { type FactItem, factItem } from './fact-item.js';
import { type FactFilter, type KnownFact, knownFacts } from './fact-reader.js';
import { StateParameters } from './state.parameters.js';
import { type StateAnswer, StateQuery } from './state.query.js';

const LIST = 'state';

@QueryHandler(StateQuery)
export class StateHandler implements IQueryHandler<StateQuery> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute({ parameters }: StateQuery): Promise<StateAnswer> {
    const { pages, moments, views } = this.reading;
    const page = pages.open(LIST, parameters);
    const { entity, matter, predicate, ...coordinates } = readParameters(StateParameters, page.query);
    const filter: FactFilter = { entity, matter, predicate };
    const moment = await moments.resolve({ ...parseCoordinates(coordinates), ...page.coordinates }, [
      'facts',
      'developments',
    ]);
    const { facts, more } = pageOfFacts(views.sql, filter, moment, page.limit, page.after?.[0]);
    const last = facts.at(-1);
    return {
      ...coordinated(moment),
      facts,
      totals: totalsIn(views.sql, filter, moment),
      next: more && last ? pages.next(LIST, page, moment, [last.fact]) : null,
    };
  }
}

function pageOfFacts(
  sql: Sql,
  filter: FactFilter,
  { day, position }: Moment,
  limit: number,
  after: string | number = '',
): { facts: readonly FactItem[]; more: boolean } {
  const facts: FactItem[] = [];
  for (const known of knownFacts(sql, filter, position, String(after))) {
    const { item } = factItem(known, day);
    if (item.certainty === 'unrecorded') continue;
    if (facts.length === limit) return { facts, more: true };
    facts.push(item);
  }
  return { facts, more: false };
}

const SUMMED = 'penalty';

/** Totals cover the whole filter, not the page. */
function totalsIn(sql: Sql, filter: FactFilter, { day, position }: Moment): readonly Total[] {
  if (filter.predicate !== undefined && filter.predicate !== SUMMED) return [];
  const summands: Summand[] = [];
  for (const known of knownFacts(sql, { ...filter, predicate: SUMMED }, position)) {
    const { item, judgement } = factItem(known, day);
    if (item.certainty !== 'unrecorded') summands.push(summand(known, judgement.values, day));
  }
  return totalsOf(summands);
}

function summand(
  { knowledge, nodeNames, predicate, subject }: KnownFact,
  values: Summand['values'],
  day: Day,
): Summand {
  const due = knowledge.assertions.filter(({ node }) => (knowledge.nodes[node]?.earliest ?? day) <= day);
  const currencies = due.flatMap(({ value }) => (typeof value === 'string' ? [] : [value.currency]));
  return { predicate, subject, values, currencies: [...new Set(currencies)], groups: nodeNames };
}
