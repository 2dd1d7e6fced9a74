import { Body, Controller, Inject, Param, Put, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { WRITING, type Writing } from '../developments/writing.js';
import type { Outcome } from '../event-store/recorder.js';
import { In } from '../http/openapi/operation.js';
import { ENTITY_PATH, MATTER_PATH } from '../http/openapi/path-parameters.js';
import { WriteOperation } from '../http/openapi/write-operation.js';
import { Meta, type RequestMeta } from '../http/request-meta.js';
import { WithoutParameters } from '../http/without-parameters.js';
import { declared } from '../schema.js';
import { EntityBody, MatterBody } from './bodies.js';
import { PutEntity, PutMatter } from './commands.js';
import { REGISTRATION, type Registration } from './registration.schema.js';

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
@In('Registry')
export class EntityController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(WRITING) private readonly writing: Writing,
  ) {}

  @Put(':slug')
  @WriteOperation({
    id: 'putEntity',
    summary: 'Register or revise an entity',
    description:
      'The body is the whole entity; the same again changes nothing. An entity is never deleted and never changes its type.',
    path: ENTITY_PATH,
    body: declared(EntityBody),
    answer: REGISTRATION,
    statuses: { 200: 'It is revised, or as it was.', 201: 'It is registered.' },
    changes: true,
    keyed: false,
    problems: ['entity-type-fixed', 'invalid-entity', 'unknown-entity'],
  })
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
@In('Registry')
export class MatterController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(WRITING) private readonly writing: Writing,
  ) {}

  @Put(':slug')
  @WriteOperation({
    id: 'putMatter',
    summary: 'Open or revise a matter',
    description: 'The body is the whole matter; the same again changes nothing.',
    path: MATTER_PATH,
    body: declared(MatterBody),
    answer: REGISTRATION,
    statuses: { 200: 'It is revised, or as it was.', 201: 'It is opened.' },
    changes: true,
    keyed: false,
    problems: ['invalid-matter'],
  })
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
