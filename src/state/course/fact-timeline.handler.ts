import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { coordinated } from '../../answers/moment.js';
import { READING, type Reading } from '../../answers/reading.js';
import { type Day, parseDay } from '../../time/day.js';
import { named } from '../fact-item.js';
import { knownFact } from '../fact-reader.js';
import { openFactPage } from './fact-page.js';
import { type FactTimelineAnswer, FactTimelineQuery } from './fact-timeline.query.js';
import { type ValidSpan, validSpans } from './valid-span.js';

const LIST = 'fact-timeline';

@QueryHandler(FactTimelineQuery)
export class FactTimelineHandler implements IQueryHandler<FactTimelineQuery> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute(query: FactTimelineQuery): Promise<FactTimelineAnswer> {
    const { key } = query;
    const { pages, views } = this.reading;
    const { page, days, moment, fact, last } = await openFactPage(this.reading, LIST, query);
    const known = knownFact(views.sql, key, moment.position);
    const spans: ValidSpan[] = [];
    const left = { ...days, ...(last !== undefined && { from: last + 1 }) };
    for await (const span of validSpans(known?.knowledge, left)) {
      if (spans.length === page.limit) {
        const shown = parseDay(spans.at(-1)?.to ?? '') as Day;
        return { ...coordinated(moment), ...named(fact), spans, next: pages.next(LIST, page, moment, [key, shown]) };
      }
      spans.push(span);
    }
    return { ...coordinated(moment), ...named(fact), spans, next: null };
  }
}
