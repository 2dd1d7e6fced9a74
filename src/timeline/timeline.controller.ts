import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { In } from '../http/openapi/operation.js';
import { ReadOperation } from '../http/openapi/read-operation.js';
import { TIMELINE_ANSWER } from './development.schema.js';
import { TimelineParameters } from './timeline.parameters.js';
import { type TimelineAnswer, TimelineQuery } from './timeline.query.js';

/** Developments in the order in which they happened. */
@Controller('v1/timeline')
@In('Timeline')
export class TimelineController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  @ReadOperation({
    id: 'getTimeline',
    summary: 'What happened, in order',
    description:
      'Developments in their version at `knownAt`, those that may lie in the span. `entity`, `matter` and `kind` must all match.',
    parameters: TimelineParameters,
    answer: TIMELINE_ANSWER,
    problems: ['stale-cursor'],
  })
  timeline(@Query() parameters: Record<string, string>): Promise<TimelineAnswer> {
    return this.queries.execute(new TimelineQuery(parameters));
  }
}
