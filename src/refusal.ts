/** One thing wrong with what was sent: a JSON Pointer (RFC 6901) into it and what would be right. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/**
 * What the caller asked for can't be done, with a stable code and a sentence a person can act on.
 * Which HTTP status a code has is known only at the edge (http/problem.ts).
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    detail: string,
    readonly extra: { readonly errors?: readonly FieldError[]; readonly [member: string]: unknown } = {},
  ) {
    super(detail);
    this.name = 'Refusal';
  }
}

/** A refusal of content whose fields are wrong; its sentence says all of them. */
export const fieldsRefused = (code: string, errors: readonly FieldError[]): Refusal =>
  new Refusal(code, errors.map(({ pointer, detail }) => `${pointer || 'The body'} ${detail}.`).join(' '), { errors });
