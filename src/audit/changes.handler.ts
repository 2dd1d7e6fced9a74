import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Sql } from '../../projections/projection.js';
import { coordinated, type Moment } from '../answers/moment.js';
import { readParameters } from '../answers/parameters.js';
import { READING, type Reading } from '../answers/reading.js';
import { Recent } from '../answers/recent.js';
import { Refusal } from '../refusal.js';
import { differencesAmong, pageOfDifferences } from '../state/diff/differences.js';
import { type FactPair, pairsOfKeys } from '../state/diff/fact-pairs.js';
import { type FactFilter, PAGE } from '../state/fact-reader.js';
import { parseCoordinates, parsePosition } from '../time/coordinates.js';
import { ChangesParameters } from './changes.parameters.js';
import { type ChangesAnswer, ChangesQuery } from './changes.query.js';
import { touchedFacts } from './touched-facts.js';

const LIST = 'changes';

/** Facts touched between so many pairs of positions are kept: every page asks for them. */
const KEPT = 2;

@QueryHandler(ChangesQuery)
export class ChangesHandler implements IQueryHandler<ChangesQuery> {
  readonly #touched = new Recent<ReadonlyMap<string, readonly number[]>>(KEPT);

  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute({ parameters }: ChangesQuery): Promise<ChangesAnswer> {
    const { pages, moments, views, store } = this.reading;
    const page = pages.open(LIST, parameters);
    const { since, entity, matter, ...coordinates } = readParameters(ChangesParameters, page.query);
    const start = await moments.resolve({ knownAt: { position: sinceOf(since) }, knownAtName: 'since' }, []);
    const asked = { ...parseCoordinates(coordinates), ...page.coordinates, since: start.position };
    const to = await moments.resolve(asked, ['facts', 'developments', 'dates']);
    if (start.position > to.position) {
      throw refused(`${start.position} is later than what is asked about, position ${to.position}.`);
    }
    const from = { ...start, day: to.day };
    const touched = await this.#touched.get(`${from.position} ${to.position}`, () =>
      touchedFacts(store.readAll(from.position + 1), views.sql, to.position),
    );
    const keys = [...touched.keys()].filter((key) => isAfter(key, page.after?.[0]) && concerns(key, entity)).sort();
    const pairs = pairsAmong(views.sql, keys, { matter }, from, to);
    const { facts, more } = await pageOfDifferences(differencesAmong(views.sql, pairs, from, to), page.limit);
    const last = facts.at(-1);
    return {
      ...coordinated(to),
      since: String(from.position),
      nextSince: String(to.position),
      facts: facts.map((each) => ({ ...each, positions: (touched.get(each.fact) ?? []).map(String) })),
      next: more && last ? pages.next(LIST, page, to, [last.fact]) : null,
    };
  }
}

/** @throws {Refusal} invalid-coordinate */
function sinceOf(since: string | undefined): number {
  if (since === undefined) throw refused('write the position since which changes are asked for, such as since=57.');
  return parsePosition(since, 'since');
}

const refused = (detail: string): Refusal =>
  new Refusal('invalid-coordinate', `since: ${detail}`, { parameter: 'since' });

const isAfter = (key: string, last: string | number | undefined): boolean => last === undefined || key > String(last);

const concerns = (key: string, entity: string | undefined): boolean =>
  entity === undefined || key.split(':').indexOf(entity, 1) > 0;

function* pairsAmong(
  sql: Sql,
  keys: readonly string[],
  filter: FactFilter,
  from: Moment,
  to: Moment,
): Generator<readonly FactPair[]> {
  for (let first = 0; first < keys.length; first += PAGE) {
    yield pairsOfKeys(sql, keys.slice(first, first + PAGE), filter, from.position, to.position);
  }
}
