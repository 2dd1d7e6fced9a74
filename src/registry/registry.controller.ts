import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Coordinated } from '../answers/moment.js';
import { CoordinateParameters, PagedParameters } from '../answers/parameters.js';
import { In } from '../http/openapi/operation.js';
import { ENTITY_PATH, MATTER_PATH } from '../http/openapi/path-parameters.js';
import { ReadOperation } from '../http/openapi/read-operation.js';
import { EntityListParameters } from './registry.parameters.js';
import { type Registered, RegisteredQuery, type RegistryAnswer, RegistryQuery } from './registry.query.js';
import { ENTITIES_ANSWER, ENTITY_ANSWER, MATTER_ANSWER, MATTERS_ANSWER } from './registry.schema.js';

/** Who and what developments speak of, and the threads they belong to. */
@Controller('v1')
@In('Registry')
export class RegistryController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('entities')
  @ReadOperation({
    id: 'listEntities',
    summary: 'Entities by slug',
    parameters: EntityListParameters,
    answer: ENTITIES_ANSWER,
    problems: ['stale-cursor'],
  })
  entities(@Query() parameters: Record<string, string>): Promise<RegistryAnswer> {
    return this.queries.execute(new RegistryQuery('entity', parameters));
  }

  @Get('entities/:slug')
  @ReadOperation({
    id: 'getEntity',
    summary: 'One entity',
    path: ENTITY_PATH,
    parameters: CoordinateParameters,
    answer: ENTITY_ANSWER,
    problems: ['entity-not-found'],
  })
  entity(@Param('slug') slug: string, @Query() parameters: Record<string, string>): Promise<Coordinated & Registered> {
    return this.queries.execute(new RegisteredQuery('entity', slug, parameters));
  }

  @Get('matters')
  @ReadOperation({
    id: 'listMatters',
    summary: 'Matters by slug',
    parameters: PagedParameters,
    answer: MATTERS_ANSWER,
    problems: ['stale-cursor'],
  })
  matters(@Query() parameters: Record<string, string>): Promise<RegistryAnswer> {
    return this.queries.execute(new RegistryQuery('matter', parameters));
  }

  @Get('matters/:slug')
  @ReadOperation({
    id: 'getMatter',
    summary: 'One matter',
    path: MATTER_PATH,
    parameters: CoordinateParameters,
    answer: MATTER_ANSWER,
    problems: ['matter-not-found'],
  })
  matter(@Param('slug') slug: string, @Query() parameters: Record<string, string>): Promise<Coordinated & Registered> {
    return this.queries.execute(new RegisteredQuery('matter', slug, parameters));
  }
}
