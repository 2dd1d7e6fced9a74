import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { coordinated } from '../../answers/moment.js';
import { READING, type Reading } from '../../answers/reading.js';
import { named } from '../fact-item.js';
import { beliefsOf } from './beliefs.js';
import { type Belief, type FactHistoryAnswer, FactHistoryQuery } from './fact-history.query.js';
import { openFactPage } from './fact-page.js';

const LIST = 'fact-history';
/** A page that has come to hold so many spans of valid time is not made longer. */
const MANY_SPANS = 500;

@QueryHandler(FactHistoryQuery)
export class FactHistoryHandler implements IQueryHandler<FactHistoryQuery> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute(query: FactHistoryQuery): Promise<FactHistoryAnswer> {
    const { key } = query;
    const { pages, moments, views } = this.reading;
    const { page, days, moment, fact, last: told = -1 } = await openFactPage(this.reading, LIST, query);
    const beliefs: Belief[] = [];
    let spans = 0;
    for await (const belief of beliefsOf(views.sql, key, days, told + 1, moment.position)) {
      if (beliefs.length === page.limit || spans > MANY_SPANS) {
        const last = Number(beliefs.at(-1)?.to);
        return { ...coordinated(moment), ...named(fact), beliefs, next: pages.next(LIST, page, moment, [key, last]) };
      }
      spans += belief.spans.length;
      beliefs.push({
        from: String(belief.from),
        to: String(belief.to),
        recordedAt: moments.recordedAt(belief.from),
        spans: belief.spans,
      });
    }
    return { ...coordinated(moment), ...named(fact), beliefs, next: null };
  }
}
