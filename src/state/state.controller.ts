import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type FactAnswer, FactQuery } from './fact.query.js';
import { type StateAnswer, StateQuery } from './state.query.js';

/** What was so on a day, as known at a position. */
@Controller('v1')
export class StateController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('state')
  state(@Query() parameters: Record<string, string>): Promise<StateAnswer> {
    return this.queries.execute(new StateQuery(parameters));
  }

  @Get('facts/:fact')
  fact(@Param('fact') fact: string, @Query() parameters: Record<string, string>): Promise<FactAnswer> {
    return this.queries.execute(new FactQuery(fact, parameters));
  }
}
