import type { FieldError } from '../refusal.js';

/** One step of a JSON Pointer (RFC 6901), its slash included. */
export const step = (member: string | number): string =>
  `/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The same errors, seen from further out. */
export const beneath = (base: string, errors: readonly FieldError[]): readonly FieldError[] =>
  base === '' ? errors : errors.map(({ pointer, detail }) => ({ pointer: base + pointer, detail }));
