import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { CoordinateParameters } from '../answers/parameters.js';
import { In } from '../http/openapi/operation.js';
import { DEVELOPMENT_PATH } from '../http/openapi/path-parameters.js';
import { ReadOperation } from '../http/openapi/read-operation.js';
import {
  type DevelopmentAnswer,
  DevelopmentHistoryQuery,
  DevelopmentQuery,
  type HistoryAnswer,
} from './development.query.js';
import { DEVELOPMENT_ANSWER, HISTORY_ANSWER } from './development.schema.js';

/** One development, and how it came to be told that way. */
@Controller('v1/developments')
@In('Timeline')
export class DevelopmentReadController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get(':id')
  @ReadOperation({
    id: 'getDevelopment',
    summary: 'One development',
    description: 'In its version at `knownAt`, retracted ones included.',
    path: DEVELOPMENT_PATH,
    parameters: CoordinateParameters,
    answer: DEVELOPMENT_ANSWER,
    problems: ['development-not-found'],
  })
  one(@Param('id') id: string, @Query() parameters: Record<string, string>): Promise<DevelopmentAnswer> {
    return this.queries.execute(new DevelopmentQuery(id, parameters));
  }

  @Get(':id/history')
  @ReadOperation({
    id: 'getDevelopmentHistory',
    summary: 'Every version of a development',
    description: 'Who recorded it, when, why, and what changed.',
    path: DEVELOPMENT_PATH,
    parameters: CoordinateParameters,
    answer: HISTORY_ANSWER,
    problems: ['development-not-found'],
  })
  history(@Param('id') id: string, @Query() parameters: Record<string, string>): Promise<HistoryAnswer> {
    return this.queries.execute(new DevelopmentHistoryQuery(id, parameters));
  }
}
