import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { READING, type Reading } from '../answers/reading.js';
import { jcs } from '../event-store/canonical.js';
import { uuidv5 } from '../event-store/uuidv5.js';
import { In } from '../http/openapi/operation.js';
import { ReadOperation } from '../http/openapi/read-operation.js';
import { Rendering } from '../http/rendering.js';
import { text } from '../schema.js';
import { DaysAheadQuery } from '../timeline/days-ahead.query.js';
import { NewsQuery } from '../timeline/news.query.js';
import { DaysAheadParameters, NewsParameters } from '../timeline/timeline.parameters.js';
import { atomText } from './atom.text.js';
import { calendarText } from './calendar.text.js';

type Asked = Readonly<Record<string, string>>;

/** What happens, for programs that come back for more. */
@Controller('v1')
@In('Feeds')
export class FeedsController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(READING) private readonly reading: Reading,
  ) {}

  @Get('timeline.atom')
  @ReadOperation({
    id: 'getTimelineFeed',
    summary: 'Developments as an Atom feed',
    basic: true,
    description:
      'Developments, the one of which something was recorded last first: an entry is updated when its development is corrected, retracted, reinstated, or given a source, and says so. What matches is selected as in `GET /v1/timeline`; retracted developments are there. Links are relative to the address of the feed. Later pages follow by `rel="next"`.',
    parameters: NewsParameters,
    mediaType: 'application/atom+xml',
    answer: text('An Atom feed (RFC 4287).'),
    problems: ['stale-cursor'],
  })
  async atom(@Query() parameters: Asked): Promise<Rendering> {
    const answer = await this.queries.execute(new NewsQuery(parameters));
    const id = `urn:uuid:${uuidv5(jcs(['feed', answer.filter]), this.reading.store.log)}`;
    const to = (path: string, query: Asked) => {
      const asked = new URLSearchParams(query);
      return asked.size === 0 ? path : `${path}?${asked}`;
    };
    const frame = {
      id,
      self: to('timeline.atom', parameters),
      timeline: to('timeline', answer.filter),
      ...(answer.next !== null && { next: to('timeline.atom', { cursor: answer.next }) }),
    };
    return new Rendering(answer, 'application/atom+xml; charset=utf-8', atomText(answer, frame));
  }

  @Get('calendar.ics')
  @ReadOperation({
    id: 'getCalendar',
    summary: 'Days ahead as a calendar',
    basic: true,
    description:
      'Days from which something holds or on which it is expected: `effective`, `inForce` and `from` of details, and the own days of developments that had not come when they were recorded. An exact day is confirmed; a range of days is one tentative event that spans it, for on one of them it will be; where the end of the range is open, it is its first day. What was retracted is cancelled. At most 1,000 are shown, the nearest.',
    parameters: DaysAheadParameters,
    mediaType: 'text/calendar',
    answer: text('An iCalendar object (RFC 5545).'),
  })
  async calendar(@Query() parameters: Asked): Promise<Rendering> {
    const answer = await this.queries.execute(new DaysAheadQuery(parameters));
    return new Rendering(answer, 'text/calendar; charset=utf-8', calendarText(answer, this.reading.store.log));
  }
}
