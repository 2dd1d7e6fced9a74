import { cleanObject } from '../developments/clean-object.js';
import { streamOf } from '../developments/events.js';
import type { Meta, Writing } from '../developments/writing.js';
import { type JsonObject, type JsonValue, jcs, sha256Hex } from '../event-store/canonical.js';
import { ANYBODY, developmentId } from '../event-store/envelope.js';
import { parseJson } from '../fields/parse-json.js';
import { Refusal } from '../refusal.js';
import type { Occurrences } from './occurrences.js';

/** What the lines of one import share. */
export interface ImportContext {
  readonly writing: Writing;
  readonly meta: Meta;
  /** Names the space of refs. */
  readonly dataset: string;
  readonly occurrences: Occurrences;
  /** What the keys of lines without a ref begin with: they are apart from those of other requests. */
  readonly keyed?: string;
}

/** A line ready to be executed. */
export interface Statement {
  readonly what: 'entity' | 'matter' | 'development' | 'correction' | 'retraction' | 'reinstatement' | 'source';
  /** The slug, or the id of the development that is recorded or changed. */
  readonly target: string;
  readonly body: JsonObject;
  readonly meta: Meta;
  /** Refs that were written in place of ids, a development's own among them. */
  readonly refs: ReadonlyMap<string, string>;
  /** What later lines may wait for, and what this one may have to wait for. */
  readonly names: readonly string[];
  readonly touches: readonly string[];
  /** What a change changes, and what its acceptance, or that of what is bound to others, depends on. */
  readonly alters: readonly string[];
  readonly dependsOn: readonly string[];
  /** Developments that are referred to in dates, and the one that is replaced. */
  readonly priors: readonly string[];
}

export type ImportLine = Statement | { readonly what: 'import'; readonly dataset: string };

const CHANGES = ['correction', 'retraction', 'reinstatement', 'source'] as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MAX_REF = 200;
const IMPORT = 'import';

/** @throws {Refusal} malformed-json, invalid-line, invalid-development */
export function readLine(bytes: Uint8Array, context: ImportContext, first: boolean): ImportLine {
  const line = cleanObject(parseJson(bytes), 'invalid-line');
  const [what, ...others] = Object.keys(line);
  const content = what === undefined ? undefined : line[what];
  if (
    what === undefined ||
    others.length > 0 ||
    typeof content !== 'object' ||
    content === null ||
    Array.isArray(content)
  ) {
    throw new Refusal(
      'invalid-line',
      'A line is one object with one member: entity, matter, development, correction, retraction, reinstatement or source.',
    );
  }
  const body = content as JsonObject;
  if (what === 'import') return readHeader(body, first);
  if (what === 'entity' || what === 'matter') return readRegistration(what, body, context);
  if (what === 'development') return readDevelopment(body, context);
  const change = CHANGES.find((each) => each === what);
  if (change) return readChange(change, body, context);
  throw new Refusal(
    'invalid-line',
    `There are no "${what}" lines; a line is one of import (the first), entity, matter, development, ${CHANGES.join(', ')}.`,
  );
}

function readHeader({ dataset, ...others }: JsonObject, first: boolean): ImportLine {
  if (!first) throw new Refusal('invalid-line', 'An import line can only be the first.');
  if (typeof dataset !== 'string' || dataset === '' || dataset.length > MAX_REF || Object.keys(others).length > 0) {
    throw new Refusal('invalid-line', 'An import line has one member, "dataset", a text that names the space of refs.');
  }
  return { what: 'import', dataset };
}

function readRegistration(
  what: 'entity' | 'matter',
  content: JsonObject,
  { meta, dataset, occurrences, keyed = IMPORT }: ImportContext,
): Statement {
  const { slug, ...body } = content;
  if (typeof slug !== 'string') throw new Refusal('invalid-line', `The ${what} has no "slug".`);
  const stream = streamOf[what](slug);
  const digest = sha256Hex(jcs(body));
  return {
    what,
    target: slug,
    body,
    meta: { ...meta, key: jcs([keyed, dataset, what, digest, occurrences.ofStatement(stream, digest)]) },
    refs: new Map(),
    names: [slug],
    touches: [slug, ...textsIn(body)],
    alters: [],
    dependsOn: [],
    priors: [],
  };
}

function readDevelopment(content: JsonObject, context: ImportContext): Statement {
  const { ref, ...rest } = content;
  if (ref !== undefined && !isRef(ref))
    throw new Refusal('invalid-line', `"ref" should be a text of 1 to ${MAX_REF} characters that is no UUID.`);
  const refs = new Map<string, string>();
  const body = withIds(rest, context, refs);
  const key = ref === undefined ? lineKey('development', rest, context) : refKey(ref as string, context);
  const target = developmentId(context.writing.recorder.store.log, ANYBODY, key);
  if (ref !== undefined) refs.set(target, ref as string);
  const texts = textsIn(body);
  const binds = isBound(body);
  const replaced = typeof body.replaces === 'string' ? [body.replaces] : [];
  return {
    what: 'development',
    target,
    body,
    meta: { ...context.meta, key },
    refs,
    names: [target, ...(binds ? [DATES] : []), ...idsIn(texts)],
    touches: [target, ...(binds ? [DATES, LOOSENED] : []), ...texts],
    alters: [],
    dependsOn: [...(binds ? [DATES] : []), ...replaced],
    priors: idsIn([
      ...textsIn([body.timing ?? [], isObject(body.details) ? (body.details.fine ?? '') : '']),
      ...replaced,
    ]),
  };
}

/**
 * Dates that are bound to others are checked against all that hangs together with them, and only the log says what
 * does: so what may bind dates or move them is decided one after the other.
 */
const DATES = 'dates';
/** Retractions only free dates: they may go side by side, but neither before nor after what is decided on dates. */
const LOOSENED = 'loosened dates';

/** What a change does to dates: `sets` has to fit with all others, `frees` always does. */
function effectOnDates(what: (typeof CHANGES)[number], { changes }: JsonObject): 'sets' | 'frees' | 'none' {
  if (what === 'retraction') return 'frees';
  if (what === 'reinstatement') return 'sets';
  const isDated =
    what === 'correction' && isObject(changes) && OF_DATES.some((member) => changes[member] !== undefined);
  return isDated ? 'sets' : 'none';
}

const OF_DATES = ['when', 'timing', 'details'] as const;
const TOKENS = {
  sets: { names: [DATES], touches: [DATES, LOOSENED], alters: [DATES], dependsOn: [DATES] },
  frees: { names: [LOOSENED], touches: [DATES], alters: [DATES], dependsOn: [] },
  none: { names: [], touches: [], alters: [], dependsOn: [] },
} as const;

const isBound = ({ details, timing }: JsonObject): boolean =>
  (Array.isArray(timing) && timing.length > 0) || (isObject(details) && details.fine !== undefined);

function readChange(what: (typeof CHANGES)[number], content: JsonObject, context: ImportContext): Statement {
  const { of, ...rest } = content;
  if (typeof of !== 'string' || of === '') {
    throw new Refusal('invalid-line', `The ${what} has no "of": the ref or id of the development it is about.`);
  }
  const dates = TOKENS[effectOnDates(what, rest)];
  const refs = new Map<string, string>();
  const target = idOf(of, context, refs);
  const changes = rest.changes;
  const body =
    what === 'correction' && typeof changes === 'object' && changes !== null && !Array.isArray(changes)
      ? { ...rest, changes: withIds(changes as JsonObject, context, refs) }
      : rest;
  const texts = textsIn(body);
  return {
    what,
    target,
    body,
    meta: { ...context.meta, key: lineKey(what, content, context) },
    refs,
    names: [target, ...dates.names, ...idsIn(texts)],
    touches: [target, ...dates.touches, ...texts],
    alters: [target, ...dates.alters],
    dependsOn: [target, ...dates.dependsOn],
    priors: [],
  };
}

const isRef = (ref: JsonValue | undefined): ref is string =>
  typeof ref === 'string' && ref !== '' && ref.length <= MAX_REF && !UUID.test(ref);

const refKey = (ref: string, { dataset }: ImportContext): string => jcs([IMPORT, dataset, 'ref', ref]);

function lineKey(what: string, content: JsonObject, { dataset, occurrences, keyed = IMPORT }: ImportContext): string {
  const digest = sha256Hex(jcs({ [what]: content }));
  return jcs([keyed, dataset, 'line', digest, occurrences.of(digest)]);
}

/** The id that a ref stands for; an id stands for itself. */
function idOf(refOrId: string, context: ImportContext, refs: Map<string, string>): string {
  if (UUID.test(refOrId)) return refOrId;
  const id = developmentId(context.writing.recorder.store.log, ANYBODY, refKey(refOrId, context));
  refs.set(id, refOrId);
  return id;
}

/** `replaces`, `details.fine` and `timing[].after` with ids for refs. */
function withIds(body: JsonObject, context: ImportContext, refs: Map<string, string>): JsonObject {
  const id = (value: JsonValue): JsonValue => (typeof value === 'string' ? idOf(value, context, refs) : value);
  const { replaces, details, timing } = body;
  const fine = isObject(details) ? details.fine : undefined;
  return {
    ...body,
    ...(replaces !== undefined && { replaces: id(replaces) }),
    ...(isObject(details) && fine !== undefined && { details: { ...details, fine: id(fine) } }),
    ...(Array.isArray(timing) && {
      timing: timing.map((each: JsonValue) =>
        isObject(each) && each.after !== undefined ? { ...each, after: id(each.after) } : each,
      ),
    }),
  };
}

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Developments that it refers to: a later change of one of them has to see it. */
const idsIn = (texts: readonly string[]): readonly string[] => texts.filter((text) => UUID.test(text));

/** Every text of a document: among them is whatever it may refer to. */
function textsIn(value: JsonValue, found: string[] = []): readonly string[] {
  if (typeof value === 'string') found.push(value);
  else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) textsIn(each as JsonValue, found);
  return found;
}
