import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  type DevelopmentAnswer,
  DevelopmentHistoryQuery,
  DevelopmentQuery,
  type HistoryAnswer,
} from './development.query.js';

/** One development, and how it came to be told that way. */
@Controller('v1/developments')
export class DevelopmentReadController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get(':id')
  one(@Param('id') id: string, @Query() parameters: Record<string, string>): Promise<DevelopmentAnswer> {
    return this.queries.execute(new DevelopmentQuery(id, parameters));
  }

  @Get(':id/history')
  history(@Param('id') id: string, @Query() parameters: Record<string, string>): Promise<HistoryAnswer> {
    return this.queries.execute(new DevelopmentHistoryQuery(id, parameters));
  }
}
