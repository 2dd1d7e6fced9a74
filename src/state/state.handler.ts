import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type Summand, type Total, totalsOf } from '../../projections/law/totals.js';
import type { Sql } from '../../projections/projection.js';
import { coverageOf } from '../answers/coverage.js';
import { coordinated, type Moment } from '../answers/moment.js';
import type { Page } from '../answers/page.js';
import { readParameters } from '../answers/parameters.js';
import { READING, type Reading } from '../answers/reading.js';
import { Recent } from '../answers/recent.js';
import { parseCoordinates } from '../time/coordinates.js';
import type { FactItem } from './fact-item.js';
import type { FactFilter } from './fact-reader.js';
import { StateParameters } from './state.parameters.js';
import { type StateAnswer, StateQuery } from './state.query.js';
import { heldFacts, summandsIn } from './state-at.js';

const LIST = 'state';

/** Totals of so many moments and filters are kept: every page shows those of the whole filter. */
const KEPT = 4;

@QueryHandler(StateQuery)
export class StateHandler implements IQueryHandler<StateQuery> {
  readonly #totals = new Recent<readonly Total[]>(KEPT);

  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute({ parameters }: StateQuery): Promise<StateAnswer> {
    const { pages, moments, views } = this.reading;
    const page = pages.open(LIST, parameters);
    const { entity, matter, predicate, ...coordinates } = readParameters(StateParameters, page.query);
    const filter: FactFilter = { entity, matter, predicate };
    const moment = await moments.resolve({ ...parseCoordinates(coordinates), ...page.coordinates }, [
      'facts',
      'developments',
      'dates',
      'coverage',
    ]);
    const { facts, more, summands } = await pageOfFacts(views.sql, filter, moment, page);
    const last = facts.at(-1);
    return {
      ...coordinated(moment),
      ...coverageOf(views.sql, { entities: [entity], matters: [matter] }, moment.position),
      facts,
      totals: page.after || more ? await this.#totalsOf(filter, moment) : totalsOf(summands),
      next: more && last ? pages.next(LIST, page, moment, [last.fact]) : null,
    };
  }

  #totalsOf(filter: FactFilter, moment: Moment): Promise<readonly Total[]> {
    const { entity, matter, predicate } = filter;
    const { position, day } = moment;
    // At a position the views never say anything else, so this can't become stale.
    return this.#totals.get(JSON.stringify([position, day, entity, matter, predicate]), async () =>
      totalsOf(await summandsIn(this.reading.views.sql, filter, moment)),
    );
  }
}

interface FactsPage {
  readonly facts: readonly FactItem[];
  readonly more: boolean;
  /** What the page's own facts add to the totals. */
  readonly summands: readonly Summand[];
}

async function pageOfFacts(sql: Sql, filter: FactFilter, moment: Moment, { limit, after }: Page): Promise<FactsPage> {
  const facts: FactItem[] = [];
  const summands: Summand[] = [];
  for await (const handful of heldFacts(sql, filter, moment, String(after?.[0] ?? ''), limit + 1)) {
    for (const { item, summand } of handful) {
      if (facts.length === limit) return { facts, more: true, summands };
      facts.push(item);
      if (summand) summands.push(summand);
    }
  }
  return { facts, more: false, summands };
}
