import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { In } from '../http/openapi/operation.js';
import { DEVELOPMENT_PATH } from '../http/openapi/path-parameters.js';
import { WriteOperation } from '../http/openapi/write-operation.js';
import { Meta, type RequestMeta } from '../http/request-meta.js';
import { WithoutParameters } from '../http/without-parameters.js';
import { declared } from '../schema.js';
import { ACKNOWLEDGEMENT } from './acknowledgement.schema.js';
import { CorrectionBody, ExplanationBody, SourceBody } from './bodies.js';
import { AddSource } from './commands/add-source.js';
import { CorrectDevelopment } from './commands/correct-development.js';
import { RecordDevelopment } from './commands/record-development.js';
import { ReinstateDevelopment } from './commands/reinstate-development.js';
import { RetractDevelopment } from './commands/retract-development.js';
import { DEVELOPMENT_BODY } from './development-body.schema.js';
import { withWarnings } from './warnings.js';
import { type Acknowledgement, WRITING, type Writing, type Written } from './writing.js';

/** Recording developments and changing them. */
@Controller('v1/developments')
@WithoutParameters()
@In('Developments')
export class DevelopmentController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(WRITING) private readonly writing: Writing,
  ) {}

  @Post()
  @WriteOperation({
    id: 'recordDevelopment',
    summary: 'Record what happened',
    description:
      'At least one source is expected; where there is none, that is shown wherever the development is. `kind` says which `details` there are.',
    body: DEVELOPMENT_BODY,
    answer: ACKNOWLEDGEMENT,
    statuses: { 201: 'It is recorded.' },
    changes: false,
    answered: ['location'],
    problems: [
      'invalid-development',
      'unknown-entity',
      'unknown-matter',
      'unknown-development',
      'contradictory-timing',
      'timing-limit',
      'views-behind',
    ],
  })
  async record(
    @Body() body: unknown,
    @Meta() meta: RequestMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Acknowledgement> {
    const written = await this.commands.execute(new RecordDevelopment(body, meta));
    reply.header('location', `/v1/developments/${written.acknowledgement.id}`);
    return this.#answer(written, reply);
  }

  @Post(':id/corrections')
  @WriteOperation({
    id: 'correctDevelopment',
    summary: 'Correct what was recorded',
    description:
      '`changes` is a JSON Merge Patch; arrays are replaced whole. A correction keeps the kind: to change it, retract the development and record it anew with `replaces`.',
    path: DEVELOPMENT_PATH,
    body: declared(CorrectionBody),
    answer: ACKNOWLEDGEMENT,
    statuses: { 200: 'It is corrected; earlier versions stay.' },
    changes: true,
    problems: [
      'development-not-found',
      'development-retracted',
      'nothing-to-correct',
      'invalid-development',
      'unknown-entity',
      'unknown-matter',
      'unknown-development',
      'contradictory-timing',
      'timing-limit',
      'views-behind',
    ],
  })
  @HttpCode(200)
  async correct(
    @Param('id') id: string,
    @Body() body: unknown,
    @Meta() meta: RequestMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Acknowledgement> {
    return this.#answer(await this.commands.execute(new CorrectDevelopment(id, body, meta)), reply);
  }

  @Post(':id/retraction')
  @WriteOperation({
    id: 'retractDevelopment',
    summary: 'Say that it did not happen',
    description: 'It no longer counts from this position on. The answer lists the developments that refer to it.',
    path: DEVELOPMENT_PATH,
    body: declared(ExplanationBody),
    answer: ACKNOWLEDGEMENT,
    statuses: { 200: 'It is retracted.' },
    changes: true,
    problems: ['development-not-found', 'development-retracted', 'invalid-development'],
  })
  @HttpCode(200)
  async retract(
    @Param('id') id: string,
    @Body() body: unknown,
    @Meta() meta: RequestMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Acknowledgement> {
    return this.#answer(await this.commands.execute(new RetractDevelopment(id, body, meta)), reply, false);
  }

  @Post(':id/reinstatement')
  @WriteOperation({
    id: 'reinstateDevelopment',
    summary: 'Undo a retraction',
    description: 'It counts again from this position on. The answer lists the developments that refer to it.',
    path: DEVELOPMENT_PATH,
    body: declared(ExplanationBody),
    answer: ACKNOWLEDGEMENT,
    statuses: { 200: 'It is reinstated.' },
    changes: true,
    problems: [
      'development-not-found',
      'not-retracted',
      'invalid-development',
      'contradictory-timing',
      'timing-limit',
      'views-behind',
    ],
  })
  @HttpCode(200)
  async reinstate(
    @Param('id') id: string,
    @Body() body: unknown,
    @Meta() meta: RequestMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Acknowledgement> {
    return this.#answer(await this.commands.execute(new ReinstateDevelopment(id, body, meta)), reply);
  }

  @Post(':id/sources')
  @WriteOperation({
    id: 'addSource',
    summary: 'Add a source',
    path: DEVELOPMENT_PATH,
    body: declared(SourceBody),
    answer: ACKNOWLEDGEMENT,
    statuses: { 200: 'It is added.' },
    changes: true,
    problems: ['development-not-found', 'development-retracted', 'invalid-development'],
  })
  @HttpCode(200)
  async addSource(
    @Param('id') id: string,
    @Body() body: unknown,
    @Meta() meta: RequestMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Acknowledgement> {
    return this.#answer(await this.commands.execute(new AddSource(id, body, meta)), reply, false);
  }

  /** Waits until its writer can read it. */
  async #answer(written: Written, reply: FastifyReply, mayMoveDates = true): Promise<Acknowledgement> {
    const { outcome, acknowledgement } = written;
    const settled = await this.writing.neighbours.settled(outcome.position);
    reply.header('etag', `"${acknowledgement.revision}"`);
    if (outcome.replayed) reply.header('idempotency-replayed', 'true');
    return mayMoveDates ? withWarnings(this.writing, written, settled) : acknowledgement;
  }
}
