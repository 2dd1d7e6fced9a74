import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Coordinated } from '../answers/moment.js';
import { type Registered, RegisteredQuery, type RegistryAnswer, RegistryQuery } from './registry.query.js';

/** Who and what developments speak of, and the threads they belong to. */
@Controller('v1')
export class RegistryController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('entities')
  entities(@Query() parameters: Record<string, string>): Promise<RegistryAnswer> {
    return this.queries.execute(new RegistryQuery('entity', parameters));
  }

  @Get('entities/:slug')
  entity(@Param('slug') slug: string, @Query() parameters: Record<string, string>): Promise<Coordinated & Registered> {
    return this.queries.execute(new RegisteredQuery('entity', slug, parameters));
  }

  @Get('matters')
  matters(@Query() parameters: Record<string, string>): Promise<RegistryAnswer> {
    return this.queries.execute(new RegistryQuery('matter', parameters));
  }

  @Get('matters/:slug')
  matter(@Param('slug') slug: string, @Query() parameters: Record<string, string>): Promise<Coordinated & Registered> {
    return this.queries.execute(new RegisteredQuery('matter', slug, parameters));
  }
}
