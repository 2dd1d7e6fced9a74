import type { JsonObject } from '../event-store/canonical.js';
import { alternatives, declared, named, type Schema, text } from '../schema.js';
import { KINDS } from './kinds/index.js';

export const KIND_NAME: Schema<string> = named(
  'Kind',
  text('What sort of development it is; GET /v1/kinds explains each.', { enum: KINDS.map(({ kind }) => kind) }),
);

/** The details of any kind. */
export const DETAILS: Schema<JsonObject> = named(
  'Details',
  alternatives(
    KINDS.map(({ details }) => declared<JsonObject>(details)),
    'As the kind has them.',
  ),
);
