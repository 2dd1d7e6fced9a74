import { Body, Controller, Inject, Param, Put, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { WRITING, type Writing } from '../developments/writing.js';
import type { Outcome } from '../event-store/recorder.js';
import { Meta, type RequestMeta } from '../http/request-meta.js';
import { WithoutParameters } from '../http/without-parameters.js';
import { PutEntity, PutMatter } from './commands.js';

/** The answer to PUT of an entity or matter. */
interface Registration {
  readonly slug: string;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: string;
}

/** 201 for what the request registered, 200 for what was revised or is as it was. */
async function answer(
  slug: string,
  outcome: Outcome,
  { neighbours }: Writing,
  reply: FastifyReply,
): Promise<Registration> {
  const { revision, position, recordedAt, recorded, replayed } = outcome;
  await neighbours.settled(position);
  reply.status((recorded || replayed) && revision === 0 ? 201 : 200).header('etag', `"${revision}"`);
  if (replayed) reply.header('idempotency-replayed', 'true');
  return { slug, revision, position: String(position), recordedAt };
}

@Controller('v1/entities')
@WithoutParameters()
export class EntityController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(WRITING) private readonly writing: Writing,
  ) {}

  @Put(':slug')
  async put(
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Meta() meta: RequestMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Registration> {
    const outcome = await this.commands.execute(new PutEntity(slug, body, meta));
    return answer(slug, outcome, this.writing, reply);
  }
}

@Controller('v1/matters')
@WithoutParameters()
export class MatterController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(WRITING) private readonly writing: Writing,
  ) {}

  @Put(':slug')
  async put(
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Meta() meta: RequestMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Registration> {
    const outcome = await this.commands.execute(new PutMatter(slug, body, meta));
    return answer(slug, outcome, this.writing, reply);
  }
}
