import type { Schemas } from '../../asking/answers.js';
import type { Service } from '../../asking/service.js';
import type { JsonObject } from '../doc/json.js';
import type { NewNames } from '../doc/names.js';

export type Line = Schemas['WhatIfBody']['commands'][number];
type Acknowledged = Awaited<ReturnType<Service['recordDevelopment']>>['body'];

/** What is sent with a command so that it is done once, and on the version that was looked at. */
interface Sending {
  readonly 'Idempotency-Key': string;
}

/** What a form comes to: something to suppose first, and then to do. */
export interface Command {
  readonly line: Line;
  /** The development that it changes; undefined for a new one. */
  readonly changes?: string;
  /** The version of it that is changed; undefined where any will do. */
  readonly revision?: number;
  /** Dates at which something may be otherwise, in EDTF. */
  readonly dates: readonly string[];
  send(service: Service, sending: Sending): Promise<Acknowledged>;
}

/** Lines that register what is new, before what uses it. */
export const linesOf = ({ entities, matters }: NewNames): readonly Line[] => [
  ...Object.entries(entities).map(([slug, entity]): Line => ({ entity: { slug, ...entity } })),
  ...Object.entries(matters).map(([slug, matter]): Line => ({ matter: { slug, ...matter } })),
];

export async function register(service: Service, { entities, matters }: NewNames): Promise<void> {
  for (const [slug, body] of Object.entries(entities)) await service.putEntity({ slug, body });
  for (const [slug, body] of Object.entries(matters)) await service.putMatter({ slug, body });
}

/** A document as a body of the service: it judges whether it is one. */
export const asBody = <Body>(doc: JsonObject): Body => doc as unknown as Body;
