import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { coverageOf } from '../answers/coverage.js';
import { endsBeforeItBegins } from '../answers/ends-before-it-begins.js';
import { coordinated } from '../answers/moment.js';
import { readParameters } from '../answers/parameters.js';
import { READING, type Reading } from '../answers/reading.js';
import { Recent } from '../answers/recent.js';
import { parseCoordinates } from '../time/coordinates.js';
import { MAX_DAY, MIN_DAY, parseDay } from '../time/day.js';
import type { DevelopmentView } from './development-view.js';
import { versionOf } from './development-view.js';
import { developmentsMatching } from './search-reader.js';
import { readSearch } from './search-text.js';
import { TimelineParameters } from './timeline.parameters.js';
import { type TimelineAnswer, TimelineQuery } from './timeline.query.js';
import { type Place, placesAmong, placesOnTimeline, type TimelineFilter } from './timeline-reader.js';

const LIST = 'timeline';
const NEEDS = ['developments', 'dates', 'timeline', 'coverage'];

/** So many developments are put in order by themselves; of more, the timeline is read for those that match. */
const FEW = 2_000;
/** Searches at a position that are kept, for their next pages. */
const KEPT = 4;
/** Places looked at before other requests get their turn. */
const AT_ONCE = 1_024;

@QueryHandler(TimelineQuery)
export class TimelineHandler implements IQueryHandler<TimelineQuery> {
  readonly #found = new Recent<ReadonlySet<number>>(KEPT);

  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute({ parameters }: TimelineQuery): Promise<TimelineAnswer> {
    const { pages, moments, views } = this.reading;
    const page = pages.open(LIST, parameters);
    const { from, to, entity, matter, kind, q, order, include, ...coordinates } = readParameters(
      TimelineParameters,
      page.query,
    );
    // Days written YYYY-MM-DD sort as texts.
    if (from !== undefined && to !== undefined && from > to) throw endsBeforeItBegins(from, to);
    const search = q === undefined ? undefined : readSearch(q);
    const moment = await moments.resolve(
      { ...parseCoordinates(coordinates), ...page.coordinates },
      search ? [...NEEDS, 'search'] : NEEDS,
    );
    const found = search && (await this.#matching(search, moment.position));
    const places = placesIn(views.sql, found, {
      entity,
      from: parseDay(from ?? '') ?? MIN_DAY,
      to: parseDay(to ?? '') ?? MAX_DAY,
      descending: order === 'desc',
      position: moment.position,
      after: page.after,
      matter,
      kind,
      retracted: include === 'retracted',
    });
    const subjects = { entities: [entity], matters: [matter] };
    const answer = { ...coordinated(moment), ...coverageOf(views.sql, subjects, moment.position) };
    const developments: DevelopmentView[] = [];
    let last: Place | undefined;
    let seen = 0;
    for (const place of places) {
      seen += 1;
      if (seen % AT_ONCE === 0) await nextTurn();
      if (found && !found.has(place.dev)) continue;
      const view = versionOf(views.sql, place.dev, moment.position);
      if (!view || (matter !== undefined && !isOfMatter(view, matter)) || (kind !== undefined && view.kind !== kind))
        continue;
      if (developments.length === page.limit && last) {
        const { earliest, latest, dev } = last;
        return { ...answer, developments, next: pages.next(LIST, page, moment, [earliest, latest, dev]) };
      }
      developments.push(view);
      last = place;
    }
    return { ...answer, developments, next: null };
  }

  #matching(search: readonly string[], position: number): Promise<ReadonlySet<number>> {
    return this.#found.get(JSON.stringify([position, search]), () =>
      developmentsMatching(this.reading.views.sql, search, position),
    );
  }
}

function placesIn(
  sql: Reading['views']['sql'],
  found: ReadonlySet<number> | undefined,
  filter: TimelineFilter,
): Iterable<Place> {
  return found && found.size <= FEW ? placesAmong(sql, found, filter) : placesOnTimeline(sql, filter);
}

/** What is stated about the coverage of a matter is of it, too. */
export const isOfMatter = ({ matter, details }: DevelopmentView, asked: string): boolean =>
  matter === asked || details.matter === asked;
