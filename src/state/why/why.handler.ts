import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { coordinated } from '../../answers/moment.js';
import { afterOf } from '../../answers/page.js';
import { PagedParameters, readParameters } from '../../answers/parameters.js';
import { READING, type Reading } from '../../answers/reading.js';
import { parseCoordinates } from '../../time/coordinates.js';
import { factItem, unrecorded } from '../fact-item.js';
import { readFactKey } from '../fact-key.js';
import { knownFact } from '../fact-reader.js';
import { explainedFact, type PlacedAssertion } from './explained-fact.js';
import { retractedOf } from './retracted.js';
import { unrecordedText } from './verdict.text.js';
import { type ExplainedAssertion, type WhyAnswer, WhyQuery } from './why.query.js';

const LIST = 'assertions';
/** How many assertions are explained before other requests get their turn. */
const AT_ONCE = 16;

@QueryHandler(WhyQuery)
export class WhyHandler implements IQueryHandler<WhyQuery> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  async execute({ key, parameters }: WhyQuery): Promise<WhyAnswer> {
    const { pages, moments, views } = this.reading;
    const page = pages.open(LIST, parameters);
    const coordinates = readParameters(PagedParameters, page.query);
    const moment = await moments.resolve({ ...parseCoordinates(coordinates), ...page.coordinates }, [
      'facts',
      'developments',
      'dates',
      'registry',
    ]);
    const { day, position } = moment;
    const fact = readFactKey(views.sql, key, position);
    const after = afterOf(key, page);
    const known = knownFact(views.sql, key, position);
    const retracted = retractedOf(views.sql, key, position);
    if (!known) {
      const reason = unrecordedText(moment.erased !== undefined);
      return { ...coordinated(moment), ...unrecorded(fact), reason, assertions: [], retracted, next: null };
    }
    const { reason, assertions } = explainedFact(views.sql, known, day, position);
    const left = assertions.filter((each) => after === undefined || isAfter(each, after));
    const shown = left.slice(0, page.limit);
    const last = shown.at(-1);
    return {
      ...coordinated(moment),
      ...factItem(known, day).item,
      reason,
      assertions: await explained(shown),
      retracted,
      next: last && left.length > shown.length ? pages.next(LIST, page, moment, [key, ...last.key]) : null,
    };
  }
}

function isAfter({ key }: PlacedAssertion, after: readonly number[]): boolean {
  const differing = key.findIndex((each, index) => each !== after[index]);
  return differing >= 0 && (key[differing] as number) > (after[differing] as number);
}

async function explained(assertions: readonly PlacedAssertion[]): Promise<readonly ExplainedAssertion[]> {
  const told: ExplainedAssertion[] = [];
  for (const assertion of assertions) {
    told.push(assertion.explain());
    if (told.length % AT_ONCE === 0) await nextTurn();
  }
  return told;
}
