import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { coordinated } from '../../answers/moment.js';
import { afterOf } from '../../answers/page.js';
import { READING, type Reading } from '../../answers/reading.js';
import { named } from '../fact-item.js';
import { readFactKey } from '../fact-key.js';
import { beliefsOf } from './beliefs.js';
import { type Belief, type FactHistoryAnswer, FactHistoryQuery } from './fact-history.query.js';
import { readSpanParameters } from './span.parameters.js';

const LIST = 'fact-history';
/** A page that has come to hold so many spans of valid time is not made longer. */
const MANY_SPANS = 500;

@QueryHandler(FactHistoryQuery)
export class FactHistoryHandler implements IQueryHandler<FactHistoryQuery> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute({ key, parameters }: FactHistoryQuery): Promise<FactHistoryAnswer> {
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
    const [told = -1] = afterOf(key, page) ?? [];
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
