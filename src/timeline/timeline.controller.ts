import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { type Alternate, alternateLinks } from '../http/alternates.js';
import { In } from '../http/openapi/operation.js';
import { ReadOperation } from '../http/openapi/read-operation.js';
import { TIMELINE_ANSWER } from './development.schema.js';
import { TimelineParameters } from './timeline.parameters.js';
import { type TimelineAnswer, TimelineQuery } from './timeline.query.js';

const [BY, SPAN] = [
  ['entity', 'matter', 'kind'],
  ['q', 'from', 'to'],
];
const ALTERNATES: readonly Alternate[] = [
  { path: 'timeline.atom', mediaType: 'application/atom+xml', takes: [...BY, ...SPAN] },
  {
    path: 'timeline.csv',
    mediaType: 'text/csv',
    takes: [...BY, ...SPAN, 'order', 'include', 'asOf', 'knownAt'],
  },
  { path: 'calendar.ics', mediaType: 'text/calendar', takes: BY },
];

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
    answered: ['alternates'],
    problems: ['stale-cursor'],
  })
  async timeline(
    @Query() parameters: Record<string, string>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TimelineAnswer> {
    const answer = await this.queries.execute(new TimelineQuery(parameters));
    const links = alternateLinks(parameters, ALTERNATES);
    if (links !== undefined) reply.header('link', links);
    return answer;
  }
}
