import type { JsonObject } from '../event-store/canonical.js';
import { closeOpenDates, type References, type Shape, validate } from '../fields/index.js';
import { nearest } from '../nearest.js';
import { type FieldError, fieldsRefused, type Refusal } from '../refusal.js';
import { type Day, formatDay } from '../time/day.js';
import { parseEdtf } from '../time/edtf.js';
import type { DevelopmentBody, VersionBody } from './bodies.js';
import type { Source, Version } from './events.js';
import { KINDS, type Kind, kindNamed, referencesOf } from './kinds/index.js';
import { checkTimingLimit, repeatedTimings } from './timing.fields.js';

export const invalid = (errors: readonly FieldError[]): Refusal => fieldsRefused('invalid-development', errors);

/** @throws {Refusal} invalid-development, with the nearest kind there is */
export function kindOf(name: unknown, pointer: string): Kind {
  const kind = typeof name === 'string' ? kindNamed(name) : undefined;
  if (kind) return kind;
  const [near] = nearest(
    String(name).slice(0, 64),
    KINDS.map((each) => each.kind),
  );
  throw invalid([
    { pointer, detail: `is not a kind of development${near ? `; perhaps ${near}` : ''}. GET /v1/kinds lists them` },
  ]);
}

/** What was sent as it would be stored: the version, and beside it the sources of a first one. */
export interface Draft {
  readonly version: Version;
  readonly sources: readonly Source[];
}

/**
 * @param shape the body as a whole, or a version as a correction leads to it
 * @param base pointer of `sent` in what was sent
 * @throws {Refusal} invalid-development, timing-limit
 */
export function draftOf(
  shape: Shape<VersionBody & Partial<DevelopmentBody>>,
  kind: Kind,
  sent: JsonObject,
  recordDay: Day,
  base = '',
): Draft {
  checkTimingLimit(sent.timing);
  const { value, errors } = validate(shape, sent, base);
  const details = validate(kind.details, sent.details ?? {}, `${base}/details`);
  if (!value || !details.value) throw invalid(sent.details === undefined ? errors : [...errors, ...details.errors]);
  const closed = closeOpenDates(kind.details, details.value, recordDay) as JsonObject;
  const { timing = [], sources = [], kind: _, details: __, ...stated } = closeOpenDates(shape, value, recordDay);
  const more = [
    ...(kind.check?.(closed) ?? []).map(({ pointer, detail }) => ({ pointer: `${base}/details${pointer}`, detail })),
    ...repeatedTimings(timing, base),
    ...orderErrors(kind, closed, stated.when, base),
  ];
  if (more.length > 0) throw invalid(more);
  const version = { kind: kind.kind, ...stated, ...(timing.length > 0 && { timing }), details: closed };
  return { version, sources };
}

/** `effective` and `inForce` are never before `when`, unless said to be retroactive. */
function orderErrors(kind: Kind, details: JsonObject, when: string, base: string): readonly FieldError[] {
  const { earliest } = parseEdtf(when);
  return (kind.dates?.(details) ?? [])
    .filter(({ date, notBeforeWhen }) => notBeforeWhen && parseEdtf(date).latest < earliest)
    .map(({ node, date }) => ({
      pointer: `${base}/details/${node}`,
      detail: `(${date}) lies wholly before the development itself, which is on ${formatDay(earliest)} at the earliest; say "retroactive": true if that is meant`,
    }));
}

/** What a version refers to, with pointers below `base`. */
export function referencesOfVersion(version: Version, base = ''): References {
  const { entities, matters, developments } = referencesOf(version.kind, version.details);
  const at = `${base}/details`;
  const beneath = <R extends { readonly pointer: string }>(references: readonly R[]): readonly R[] =>
    references.map((reference) => ({ ...reference, pointer: at + reference.pointer }));
  return {
    entities: beneath(entities),
    matters: [
      ...(version.matter === undefined ? [] : [{ pointer: `${base}/matter`, slug: version.matter }]),
      ...beneath(matters),
    ],
    developments: [
      ...beneath(developments),
      ...(version.timing ?? []).map(({ after }, index) => ({ pointer: `${base}/timing/${index}/after`, id: after })),
      ...(version.replaces === undefined ? [] : [{ pointer: `${base}/replaces`, id: version.replaces }]),
    ],
  };
}
