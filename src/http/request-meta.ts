import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.js';

/** What a command's headers say. */
export interface RequestMeta {
  readonly actor: string;
  readonly key?: string;
  readonly correlation?: string;
  readonly ifMatch?: number | 'any';
}

const KEY = /^[\x21-\x7e]{1,255}$/;
const CORRELATION = /^[A-Za-z0-9._-]{1,64}$/;
const ENTITY_TAG = /^(?:W\/)?"[\x21\x23-\x7e]*"$/;
const REVISION = /^"(0|[1-9]\d{0,8})"$/;
/** A well-formed tag that is no revision: it can't match. */
const NEVER = -2;

/** The correlation id that a request carries; undefined if it has none, or none that is one. */
export function correlationIn(headers: FastifyRequest['headers']): string | undefined {
  const correlation = headers['x-correlation-id'];
  return typeof correlation === 'string' && CORRELATION.test(correlation) ? correlation : undefined;
}

/** @throws {Refusal} invalid-header */
function requestMeta({ headers, subject }: FastifyRequest): RequestMeta {
  const key = headers['idempotency-key'];
  const correlation = correlationIn(headers);
  const ifMatch = headers['if-match'];
  if (key !== undefined && !(typeof key === 'string' && KEY.test(key))) {
    throw new Refusal('invalid-header', 'Idempotency-Key: send one key of 1 to 255 visible ASCII characters.');
  }
  if (headers['x-correlation-id'] !== undefined && correlation === undefined) {
    throw new Refusal('invalid-header', 'X-Correlation-Id: send 1 to 64 letters, digits, ".", "_" or "-".');
  }
  return {
    actor: subject.actor,
    // Apart from the keys that imports make.
    ...(key !== undefined && { key: JSON.stringify(['key', key]) }),
    ...(correlation !== undefined && { correlation }),
    ...(ifMatch !== undefined && { ifMatch: ifMatch === '*' ? 'any' : revisionIn(ifMatch) }),
  };
}

function revisionIn(ifMatch: string): number {
  if (!ENTITY_TAG.test(ifMatch)) {
    throw new Refusal('invalid-header', 'If-Match: send the revision in double quotes, such as "3".');
  }
  const revision = REVISION.exec(ifMatch)?.[1];
  return revision === undefined ? NEVER : Number(revision);
}

/** The command's headers, for a controller's parameter. */
export const Meta = createParamDecorator((_: unknown, context: ExecutionContext) =>
  requestMeta(context.switchToHttp().getRequest<FastifyRequest>()),
);
