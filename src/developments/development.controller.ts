import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Meta, type RequestMeta } from '../http/request-meta.js';
import { WithoutParameters } from '../http/without-parameters.js';
import { AddSource } from './commands/add-source.js';
import { CorrectDevelopment } from './commands/correct-development.js';
import { RecordDevelopment } from './commands/record-development.js';
import { ReinstateDevelopment } from './commands/reinstate-development.js';
import { RetractDevelopment } from './commands/retract-development.js';
import { type Acknowledgement, WRITING, type Writing, type Written } from './writing.js';

/** Recording developments and changing them. */
@Controller('v1/developments')
@WithoutParameters()
export class DevelopmentController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(WRITING) private readonly writing: Writing,
  ) {}

  @Post()
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
  @HttpCode(200)
  async retract(
    @Param('id') id: string,
    @Body() body: unknown,
    @Meta() meta: RequestMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Acknowledgement> {
    return this.#answer(await this.commands.execute(new RetractDevelopment(id, body, meta)), reply);
  }

  @Post(':id/reinstatement')
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
  @HttpCode(200)
  async addSource(
    @Param('id') id: string,
    @Body() body: unknown,
    @Meta() meta: RequestMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Acknowledgement> {
    return this.#answer(await this.commands.execute(new AddSource(id, body, meta)), reply);
  }

  async #answer({ outcome, acknowledgement }: Written, reply: FastifyReply): Promise<Acknowledgement> {
    await this.writing.neighbours.settled(outcome.position);
    reply.header('etag', `"${acknowledgement.revision}"`);
    if (outcome.replayed) reply.header('idempotency-replayed', 'true');
    return acknowledgement;
  }
}
