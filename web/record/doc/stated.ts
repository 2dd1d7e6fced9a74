import type { Schema } from './schema.js';

/** What is stated of a development of any kind, beside its details and its timing. */
export const TITLE: Schema = { type: 'string', maxLength: 300 };
export const WHEN: Schema = { type: 'string', 'x-edtf': true };
export const MATTER: Schema = { type: 'string', 'x-matter': true };
export const NOTE: Schema = { type: 'string', maxLength: 10_000 };

/** Where something was read. */
export const SOURCE: Schema = {
  type: 'object',
  properties: {
    publisher: { type: 'string' },
    title: { type: 'string' },
    url: { type: 'string', format: 'uri' },
    publishedOn: { type: 'string', 'x-edtf': true },
    quote: { type: 'string', maxLength: 500 },
    language: { type: 'string' },
    retrievedOn: { type: 'string', format: 'date' },
    sha256: { type: 'string' },
  },
  required: ['publisher', 'title'],
};
export const SOURCES: Schema = { type: 'array', items: SOURCE };

export const REASON: Schema = { type: 'string', maxLength: 2_000 };
export const CAUSE: Schema = { type: 'string', enum: ['new-information', 'source-error', 'recording-error'] };
