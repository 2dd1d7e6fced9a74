import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type TimelineAnswer, TimelineQuery } from './timeline.query.js';

/** Developments in the order in which they happened. */
@Controller('v1/timeline')
export class TimelineController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  timeline(@Query() parameters: Record<string, string>): Promise<TimelineAnswer> {
    return this.queries.execute(new TimelineQuery(parameters));
  }
}
