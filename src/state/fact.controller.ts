import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { PagedParameters } from '../answers/parameters.js';
import { In } from '../http/openapi/operation.js';
import { FACT_PATH } from '../http/openapi/path-parameters.js';
import { ReadOperation } from '../http/openapi/read-operation.js';
import { FACT_HISTORY_ANSWER, FACT_TIMELINE_ANSWER } from './course/course.schema.js';
import { type FactHistoryAnswer, FactHistoryQuery } from './course/fact-history.query.js';
import { type FactTimelineAnswer, FactTimelineQuery } from './course/fact-timeline.query.js';
import { SpanParameters } from './course/span.parameters.js';
import { type WhyAnswer, WhyQuery } from './why/why.query.js';
import { WHY_ANSWER } from './why/why.schema.js';

/** What there is to say of one fact: why, since when, and since when anybody knew. */
@Controller('v1/facts/:fact')
@In('State')
export class FactController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('why')
  @ReadOperation({
    id: 'explainFact',
    summary: 'Why a fact is what it is on a day',
    description:
      'The fact, and every assertion known about it: what it says, from when, who said so, whether it counts on the day, and why. What was retracted is no assertion; it is listed beside them.',
    path: FACT_PATH,
    parameters: PagedParameters,
    answer: WHY_ANSWER,
    problems: ['unknown-fact', 'stale-cursor'],
  })
  why(@Param('fact') fact: string, @Query() parameters: Record<string, string>): Promise<WhyAnswer> {
    return this.queries.execute(new WhyQuery(fact, parameters));
  }

  @Get('timeline')
  @ReadOperation({
    id: 'getFactTimeline',
    summary: 'One fact over valid time',
    description:
      'What the fact was, day after day, as known at one position: spans of days that cover the calendar, or the days from `from` to `to`. They are exact, relative dates included. `asOf` has no effect.',
    path: FACT_PATH,
    parameters: SpanParameters,
    answer: FACT_TIMELINE_ANSWER,
    problems: ['unknown-fact', 'stale-cursor'],
  })
  timeline(@Param('fact') fact: string, @Query() parameters: Record<string, string>): Promise<FactTimelineAnswer> {
    return this.queries.execute(new FactTimelineQuery(fact, parameters));
  }

  @Get('history')
  @ReadOperation({
    id: 'getFactHistory',
    summary: 'What was believed of a fact, and when',
    description:
      'For each span of positions, from 0 to `knownAt`, the spans of valid time as they were known then. To follow what was believed of one day, ask with that day as `from` and as `to`. `asOf` has no effect. A page ends before `limit` where what it holds is long.',
    path: FACT_PATH,
    parameters: SpanParameters,
    answer: FACT_HISTORY_ANSWER,
    problems: ['unknown-fact', 'stale-cursor'],
  })
  history(@Param('fact') fact: string, @Query() parameters: Record<string, string>): Promise<FactHistoryAnswer> {
    return this.queries.execute(new FactHistoryQuery(fact, parameters));
  }
}
