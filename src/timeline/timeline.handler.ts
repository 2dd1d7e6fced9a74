import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { endsBeforeItBegins } from '../answers/ends-before-it-begins.js';
import { coordinated } from '../answers/moment.js';
import { readParameters } from '../answers/parameters.js';
import { READING, type Reading } from '../answers/reading.js';
import { parseCoordinates } from '../time/coordinates.js';
import { MAX_DAY, MIN_DAY, parseDay } from '../time/day.js';
import type { DevelopmentView } from './development-view.js';
import { versionOf } from './development-view.js';
import { TimelineParameters } from './timeline.parameters.js';
import { type TimelineAnswer, TimelineQuery } from './timeline.query.js';
import { type Place, placesOnTimeline } from './timeline-reader.js';

const LIST = 'timeline';

@QueryHandler(TimelineQuery)
export class TimelineHandler implements IQueryHandler<TimelineQuery> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute({ parameters }: TimelineQuery): Promise<TimelineAnswer> {
    const { pages, moments, views } = this.reading;
    const page = pages.open(LIST, parameters);
    const { from, to, entity, matter, kind, order, include, ...coordinates } = readParameters(
      TimelineParameters,
      page.query,
    );
    // Days written YYYY-MM-DD sort as texts.
    if (from !== undefined && to !== undefined && from > to) throw endsBeforeItBegins(from, to);
    const moment = await moments.resolve({ ...parseCoordinates(coordinates), ...page.coordinates }, [
      'developments',
      'dates',
      'timeline',
    ]);
    const places = placesOnTimeline(views.sql, {
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
    const developments: DevelopmentView[] = [];
    let last: Place | undefined;
    for (const place of places) {
      const view = versionOf(views.sql, place.dev, moment.position);
      if (!view || (matter !== undefined && !isOfMatter(view, matter)) || (kind !== undefined && view.kind !== kind))
        continue;
      if (developments.length === page.limit && last) {
        const { earliest, latest, dev } = last;
        return { ...coordinated(moment), developments, next: pages.next(LIST, page, moment, [earliest, latest, dev]) };
      }
      developments.push(view);
      last = place;
    }
    return { ...coordinated(moment), developments, next: null };
  }
}

/** What is stated about the coverage of a matter is of it, too. */
const isOfMatter = ({ matter, details }: DevelopmentView, asked: string): boolean =>
  matter === asked || details.matter === asked;
