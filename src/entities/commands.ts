import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { cleanObject } from '../developments/clean-object.js';
import { streamOf } from '../developments/events.js';
import { checkReferences } from '../developments/references.js';
import { type Meta, recordInTurn, WRITING, type Writing } from '../developments/writing.js';
import type { JsonObject } from '../event-store/canonical.js';
import type { RecordedEvent } from '../event-store/event-store.js';
import type { NewEvent, Outcome } from '../event-store/recorder.js';
import { NO_ENTITY, referencesIn, type Shape, validate } from '../fields/index.js';
import { fieldsRefused, Refusal } from '../refusal.js';
import { EntityBody, MatterBody } from './bodies.js';
import { putEntity, putMatter } from './registration.js';

/** PUT /v1/entities/{slug}. */
export class PutEntity extends Command<Outcome> {
  constructor(
    readonly slug: string,
    readonly body: unknown,
    readonly meta: Meta,
  ) {
    super();
  }
}

/** PUT /v1/matters/{slug}. */
export class PutMatter extends Command<Outcome> {
  constructor(
    readonly slug: string,
    readonly body: unknown,
    readonly meta: Meta,
  ) {
    super();
  }
}

interface Registration {
  readonly stream: string;
  readonly shape: Shape;
  readonly invalid: string;
  readonly put: (history: readonly RecordedEvent[], data: JsonObject) => readonly NewEvent[];
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_SLUG = 64;

export const registerEntity = (writing: Writing, command: PutEntity): Promise<Outcome> =>
  register(writing, command, {
    stream: streamOf.entity(command.slug),
    shape: EntityBody,
    invalid: 'invalid-entity',
    put: putEntity,
  });

export const registerMatter = (writing: Writing, command: PutMatter): Promise<Outcome> =>
  register(writing, command, {
    stream: streamOf.matter(command.slug),
    shape: MatterBody,
    invalid: 'invalid-matter',
    put: putMatter,
  });

async function register(
  writing: Writing,
  { slug, body, meta }: PutEntity | PutMatter,
  { stream, shape, invalid, put }: Registration,
): Promise<Outcome> {
  checkSlug(slug, invalid);
  const sent = cleanObject(body, invalid);
  return recordInTurn(writing, stream, { operation: 'put', body: sent, meta }, async (history) => {
    if (history.length === 0 && meta.ifMatch !== undefined) throw nothingToMatch(slug);
    const { value, errors } = validate(shape, sent, '');
    if (!value) throw fieldsRefused(invalid, errors);
    await checkReferences(writing, referencesIn(shape, value, ''));
    return put(history, value as JsonObject);
  });
}

/** Whoever sends If-Match means to revise what there is. */
const nothingToMatch = (slug: string): Refusal =>
  new Refusal(
    'revision-mismatch',
    `Nothing is registered as "${slug}", so it is at no revision. Leave If-Match out to register it.`,
  );

function checkSlug(slug: string, code: string): void {
  if (slug.length > MAX_SLUG || !SLUG.test(slug)) {
    const detail = `should be lowercase letters, digits and single hyphens, at most ${MAX_SLUG} characters, not "${slug}"`;
    throw fieldsRefused(code, [{ pointer: '/slug', detail }]);
  }
  if (slug === NO_ENTITY)
    throw fieldsRefused(code, [
      { pointer: '/slug', detail: `should not be "${slug}", which stands for having no owner` },
    ]);
}

@CommandHandler(PutEntity)
export class PutEntityHandler implements ICommandHandler<PutEntity> {
  constructor(@Inject(WRITING) private readonly writing: Writing) {}

  execute(command: PutEntity): Promise<Outcome> {
    return registerEntity(this.writing, command);
  }
}

@CommandHandler(PutMatter)
export class PutMatterHandler implements ICommandHandler<PutMatter> {
  constructor(@Inject(WRITING) private readonly writing: Writing) {}

  execute(command: PutMatter): Promise<Outcome> {
    return registerMatter(this.writing, command);
  }
}
