import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { endsBeforeItBegins } from '../answers/ends-before-it-begins.js';
import { coordinated } from '../answers/moment.js';
import { readParameters } from '../answers/parameters.js';
import { READING, type Reading } from '../answers/reading.js';
import { Recent } from '../answers/recent.js';
import { parseCoordinates } from '../time/coordinates.js';
import { MAX_DAY, MIN_DAY, parseDay } from '../time/day.js';
import { type DevelopmentNews, newsOf } from './development-view.js';
import { type NewsAnswer, NewsQuery } from './news.query.js';
import { type Latest, latestVersions, latestVersionsOf } from './news-reader.js';
import { developmentsMatching } from './search-reader.js';
import { readSearch } from './search-text.js';
import { isOfMatter } from './timeline.handler.js';
import { NewsParameters } from './timeline.parameters.js';
import { placesOnTimeline } from './timeline-reader.js';

const LIST = 'news';
const NEEDS = ['developments', 'dates', 'timeline'];

/** So many developments are put in order by themselves; among more, the log is gone back for those selected. */
const FEW = 2_000;
/** Selections at a position that are kept, for their next pages. */
const KEPT = 4;
/** Places or versions looked at before other requests get their turn. */
const AT_ONCE = 1_024;

type Selecting = Pick<NewsParameters, 'from' | 'to' | 'entity' | 'matter' | 'kind'>;

@QueryHandler(NewsQuery)
export class NewsHandler implements IQueryHandler<NewsQuery> {
  readonly #selected = new Recent<ReadonlySet<number>>(KEPT);

  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute({ parameters }: NewsQuery): Promise<NewsAnswer> {
    const { pages, moments, views } = this.reading;
    const page = pages.open(LIST, parameters);
    const { q, asOf, knownAt, minPosition, ...by } = readParameters(NewsParameters, page.query);
    if (by.from !== undefined && by.to !== undefined && by.from > by.to) throw endsBeforeItBegins(by.from, by.to);
    const search = q === undefined ? undefined : readSearch(q);
    const moment = await moments.resolve(
      { ...parseCoordinates({ asOf, knownAt, minPosition }), ...page.coordinates },
      search ? [...NEEDS, 'search'] : NEEDS,
    );
    const { position } = moment;
    const selected = await this.#selection(by, search, position);
    const before = page.after?.[0] as number | undefined;
    const news: DevelopmentNews[] = [];
    const answer = (next: string | null): NewsAnswer => ({
      ...coordinated(moment),
      filter: JSON.parse(JSON.stringify({ ...by, q })),
      news: news.map(({ dev: _, ...each }) => each),
      next,
    });
    let seen = 0;
    let last: Latest | undefined;
    for (const latest of versionsAmong(views.sql, selected, position, before)) {
      seen += 1;
      if (seen % AT_ONCE === 0) await nextTurn();
      if (selected && !selected.has(latest.dev)) continue;
      const found = newsOf(views.sql, latest.dev, position);
      if (!found || !isAskedFor(found, by)) continue;
      if (news.length === page.limit && last) return answer(pages.next(LIST, page, moment, [last.position]));
      news.push(found);
      last = latest;
    }
    return answer(null);
  }

  /** Undefined: all there are. */
  async #selection(
    by: Selecting,
    search: readonly string[] | undefined,
    position: number,
  ): Promise<ReadonlySet<number> | undefined> {
    if (search === undefined && Object.values(by).every((each) => each === undefined)) return undefined;
    return this.#selected.get(JSON.stringify([position, by, search]), () => this.#select(by, search, position));
  }

  async #select(
    { from, to, entity, matter, kind }: Selecting,
    search: readonly string[] | undefined,
    position: number,
  ): Promise<ReadonlySet<number>> {
    const { sql } = this.reading.views;
    const found = search && (await developmentsMatching(sql, search, position));
    const days = { from: parseDay(from ?? '') ?? MIN_DAY, to: parseDay(to ?? '') ?? MAX_DAY };
    const places = placesOnTimeline(sql, {
      ...days,
      entity,
      matter,
      kind,
      retracted: true,
      descending: false,
      position,
    });
    const selected = new Set<number>();
    let seen = 0;
    for (const { dev } of places) {
      seen += 1;
      if (seen % AT_ONCE === 0) await nextTurn();
      if (!found || found.has(dev)) selected.add(dev);
    }
    return selected;
  }
}

const versionsAmong = (
  sql: Reading['views']['sql'],
  selected: ReadonlySet<number> | undefined,
  position: number,
  before: number | undefined,
): Iterable<Latest> =>
  selected && selected.size <= FEW
    ? latestVersionsOf(sql, selected, position, before)
    : latestVersions(sql, position, before);

/** The selection went by the narrowest of these. */
const isAskedFor = ({ view }: DevelopmentNews, { matter, kind }: Selecting): boolean =>
  (matter === undefined || isOfMatter(view, matter)) && (kind === undefined || view.kind === kind);
