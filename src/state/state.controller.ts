import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { CoordinateParameters } from '../answers/parameters.js';
import { type Alternate, alternateLinks } from '../http/alternates.js';
import { In } from '../http/openapi/operation.js';
import { FACT_PATH } from '../http/openapi/path-parameters.js';
import { ReadOperation } from '../http/openapi/read-operation.js';
import { type FactAnswer, FactQuery } from './fact.query.js';
import { StateParameters } from './state.parameters.js';
import { type StateAnswer, StateQuery } from './state.query.js';
import { FACT_ANSWER, STATE_ANSWER } from './state.schema.js';

const ALTERNATES: readonly Alternate[] = [
  { path: 'state.csv', mediaType: 'text/csv', takes: ['entity', 'matter', 'predicate', 'asOf', 'knownAt'] },
];

/** What was so on a day, as known at a position. */
@Controller('v1')
@In('State')
export class StateController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('state')
  @ReadOperation({
    id: 'getState',
    summary: 'What was so on a day',
    description:
      'The facts that were so, or may have been, with the fines of each party added up. `entity`, `matter` and `predicate` must all match.',
    parameters: StateParameters,
    answer: STATE_ANSWER,
    answered: ['alternates'],
    problems: ['stale-cursor'],
  })
  async state(
    @Query() parameters: Record<string, string>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StateAnswer> {
    const answer = await this.queries.execute(new StateQuery(parameters));
    const links = alternateLinks(parameters, ALTERNATES);
    if (links !== undefined) reply.header('link', links);
    return answer;
  }

  @Get('facts/:fact')
  @ReadOperation({
    id: 'getFact',
    summary: 'One fact on a day',
    description:
      'A fact of known predicate and entities is answered even where nobody recorded anything about it: `unrecorded`.',
    path: FACT_PATH,
    parameters: CoordinateParameters,
    answer: FACT_ANSWER,
    problems: ['unknown-fact'],
  })
  fact(@Param('fact') fact: string, @Query() parameters: Record<string, string>): Promise<FactAnswer> {
    return this.queries.execute(new FactQuery(fact, parameters));
  }
}
