import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { endsBeforeItBegins } from '../answers/ends-before-it-begins.js';
import { coordinated, type Moment } from '../answers/moment.js';
import { readParameters } from '../answers/parameters.js';
import { READING, type Reading } from '../answers/reading.js';
import { Recent } from '../answers/recent.js';
import { KINDS } from '../developments/kinds/index.js';
import { parseCoordinates } from '../time/coordinates.js';
import { formatDay, MAX_DAY, MIN_DAY, parseDay } from '../time/day.js';
import type { DateRange } from '../time/edtf.js';
import { daysAheadOf } from './days-ahead.js';
import { type DayAhead, type DaysAheadAnswer, DaysAheadQuery } from './days-ahead.query.js';
import { isOfMatter } from './timeline.handler.js';
import { DaysAheadParameters } from './timeline.parameters.js';
import { placesOnTimeline } from './timeline-reader.js';

const NEEDS = ['developments', 'dates', 'timeline'];

/** Days for which what has come is shown on. */
const LINGER = 30;
/** More than anybody has in a calendar; the nearest are shown. */
const MOST = 1_000;
/** Answers that are kept: calendars ask again and again. */
const KEPT = 4;
/** Developments looked at before other requests get their turn. */
const AT_ONCE = 256;

/** Kinds whose details name days beside their own. */
const WITH_DATES = KINDS.filter(({ dates }) => dates !== undefined).map(({ kind }) => kind);

type Selecting = Pick<DaysAheadParameters, 'entity' | 'matter' | 'kind'>;

@QueryHandler(DaysAheadQuery)
export class DaysAheadHandler implements IQueryHandler<DaysAheadQuery> {
  readonly #days = new Recent<readonly DayAhead[]>(KEPT);

  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute({ parameters }: DaysAheadQuery): Promise<DaysAheadAnswer> {
    const { from, to, entity, matter, kind, ...coordinates } = readParameters(DaysAheadParameters, parameters);
    const moment = await this.reading.moments.resolve(parseCoordinates(coordinates), NEEDS);
    const span = {
      earliest: parseDay(from ?? '') ?? Math.max(MIN_DAY, moment.day - LINGER),
      latest: parseDay(to ?? '') ?? MAX_DAY,
    };
    const first = formatDay(span.earliest);
    if (to !== undefined && first > to) throw endsBeforeItBegins(first, to);
    const by = { entity, matter, kind };
    const days = await this.#days.get(JSON.stringify([moment.position, span, by]), () => this.#find(by, span, moment));
    return {
      ...coordinated(moment),
      filter: JSON.parse(JSON.stringify({ ...by, from, to })),
      days: days.slice(0, MOST),
      more: Math.max(0, days.length - MOST),
    };
  }

  async #find(by: Selecting, span: DateRange, { position }: Moment): Promise<readonly DayAhead[]> {
    const { moments, views } = this.reading;
    const days: (DayAhead & { readonly dev: number })[] = [];
    let seen = 0;
    for (const dev of candidates(views.sql, by, span, position)) {
      seen += 1;
      if (seen % AT_ONCE === 0) await nextTurn();
      const found = daysAheadOf(views.sql, dev, span, position, (at) => moments.recordedAt(at));
      days.push(...found.filter(({ development }) => isAskedFor(development, by)).map((day) => ({ ...day, dev })));
    }
    // Those of one development stay in the order of its details.
    const inTime = (a: DayAhead, b: DayAhead) => compared(a.earliest, b.earliest) || compared(a.latest, b.latest);
    return days.sort((a, b) => inTime(a, b) || a.dev - b.dev).map(({ dev: _, ...day }) => day);
  }
}

/** Days written YYYY-MM-DD sort as texts. */
const compared = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Developments (by their places in log order) that may have days in a span, each once. */
function* candidates(
  sql: Reading['views']['sql'],
  by: Selecting,
  span: DateRange,
  position: number,
): Generator<number> {
  const among = { from: MIN_DAY, to: MAX_DAY, retracted: true, descending: false, position };
  // The timeline knows where a development's own day lies, but not the days in its details.
  const reads = Object.values(by).some((each) => each !== undefined)
    ? [{ ...among, ...by }]
    : [...WITH_DATES.map((kind) => ({ ...among, kind })), { ...among, from: span.earliest, to: span.latest }];
  const seen = new Set<number>();
  for (const filter of reads) {
    for (const { dev } of placesOnTimeline(sql, filter)) {
      if (seen.has(dev)) continue;
      seen.add(dev);
      yield dev;
    }
  }
}

const isAskedFor = (development: DayAhead['development'], { matter, kind }: Selecting): boolean =>
  (matter === undefined || isOfMatter(development, matter)) && (kind === undefined || development.kind === kind);
