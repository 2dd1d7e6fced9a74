import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { coordinated } from '../../answers/moment.js';
import { afterOf } from '../../answers/page.js';
import { READING, type Reading } from '../../answers/reading.js';
import { type Day, parseDay } from '../../time/day.js';
import { named } from '../fact-item.js';
import { readFactKey } from '../fact-key.js';
import { knownFact } from '../fact-reader.js';
import { type FactTimelineAnswer, FactTimelineQuery } from './fact-timeline.query.js';
import { readSpanParameters } from './span.parameters.js';
import { type ValidSpan, validSpans } from './valid-span.js';

const LIST = 'fact-timeline';

@QueryHandler(FactTimelineQuery)
export class FactTimelineHandler implements IQueryHandler<FactTimelineQuery> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute({ key, parameters }: FactTimelineQuery): Promise<FactTimelineAnswer> {
    const { pages, moments, views } = this.reading;
    const page = pages.open(LIST, parameters);
    const { days, coordinates } = readSpanParameters(page.query);
    const moment = await moments.resolve({ ...coordinates, ...page.coordinates }, [
      'facts',
      'developments',
      'dates',
      'registry',
    ]);
    const fact = readFactKey(views.sql, key, moment.position);
    const [last] = afterOf(key, page) ?? [];
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
