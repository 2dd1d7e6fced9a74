import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { compared, type Moment, type Moments } from '../../answers/moment.js';
import type { Page } from '../../answers/page.js';
import { readParameters } from '../../answers/parameters.js';
import { READING, type Reading } from '../../answers/reading.js';
import { Recent } from '../../answers/recent.js';
import { parseCoordinates } from '../../time/coordinates.js';
import type { FactFilter } from '../fact-reader.js';
import { DiffParameters } from './diff.parameters.js';
import { type DiffAnswer, DiffQuery } from './diff.query.js';
import { differencesAmong, pageOfDifferences, summandsAtBoth } from './differences.js';
import { factPairs } from './fact-pairs.js';
import { type TotalDifference, totalDifferences } from './total-differences.js';

const LIST = 'diff';
const NEEDS = ['facts', 'developments', 'dates'];

/** Totals of so many pairs of points and filters are kept: every page shows those of the whole filter. */
const KEPT = 4;

@QueryHandler(DiffQuery)
export class DiffHandler implements IQueryHandler<DiffQuery> {
  readonly #totals = new Recent<readonly TotalDifference[]>(KEPT);

  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute({ parameters }: DiffQuery): Promise<DiffAnswer> {
    const { pages, moments, views } = this.reading;
    const page = pages.open(LIST, parameters);
    const asked = readParameters(DiffParameters, page.query);
    const { entity, matter, predicate } = asked;
    const filter: FactFilter = { entity, matter, predicate };
    const [from, to] = await resolved(moments, asked, page);
    const pairs = factPairs(views.sql, filter, from.position, to.position, String(page.after?.[0] ?? ''));
    const { facts, more } = await pageOfDifferences(differencesAmong(views.sql, pairs, from, to), page.limit);
    const last = facts.at(-1);
    return {
      ...compared(from, to),
      facts,
      totals: await this.#totalsOf(filter, from, to),
      next: more && last ? pages.next(LIST, page, to, [last.fact], from) : null,
    };
  }

  #totalsOf(filter: FactFilter, from: Moment, to: Moment): Promise<readonly TotalDifference[]> {
    const { entity, matter, predicate } = filter;
    const at = [from.position, from.day, to.position, to.day];
    // At positions the views never say anything else, so this can't become stale.
    return this.#totals.get(JSON.stringify([...at, entity, matter, predicate]), async () =>
      totalDifferences(...(await summandsAtBoth(this.reading.views.sql, filter, from, to))),
    );
  }
}

/** Both points; what is left out of the first one is as it is at the last. */
async function resolved(
  moments: Moments,
  asked: DiffParameters,
  page: Page,
): Promise<readonly [from: Moment, to: Moment]> {
  const { minPosition } = asked;
  const first = parseCoordinates({ asOf: asked['from.asOf'], knownAt: asked['from.knownAt'] }, 'from.');
  const last = parseCoordinates({ asOf: asked['to.asOf'], knownAt: asked['to.knownAt'], minPosition }, 'to.');
  const to = await moments.resolve({ ...last, ...page.coordinates, knownAtName: 'to.knownAt' }, NEEDS);
  const same = { asOf: to.day, knownAt: { position: to.position } };
  const from = await moments.resolve({ ...same, ...first, ...page.from, knownAtName: 'from.knownAt' }, NEEDS);
  return [from, to];
}
