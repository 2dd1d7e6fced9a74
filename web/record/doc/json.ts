export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** What a JSON Pointer leads to; undefined where there is nothing. */
export function at(doc: Json | undefined, pointer: string): Json | undefined {
  return stepsOf(pointer).reduce<Json | undefined>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)];
    return isObject(value) ? value[step] : undefined;
  }, doc);
}

/** The document with another value there; undefined takes the member away. Objects on the way are made. */
export function put(doc: JsonObject, pointer: string, value: Json | undefined): JsonObject {
  return into(doc, stepsOf(pointer), value) as JsonObject;
}

function into(holder: Json | undefined, [step, ...rest]: readonly string[], value: Json | undefined): Json | undefined {
  if (step === undefined) return value;
  if (Array.isArray(holder)) {
    return holder.map((each: Json, index) => (index === Number(step) ? (into(each, rest, value) ?? '') : each));
  }
  const { [step]: before, ...others } = isObject(holder) ? holder : {};
  const after = into(before, rest, value);
  return after === undefined ? others : { ...others, [step]: after };
}

/** Without texts that are empty and objects that hold nothing: what nobody filled in is not sent. */
export function filledIn(doc: JsonObject): JsonObject {
  const members = Object.entries(doc).flatMap(([name, value]): [string, Json][] => {
    const kept = isObject(value) ? filledIn(value) : Array.isArray(value) ? value.map(itemOf) : value;
    const isEmpty = kept === '' || (isObject(kept) && Object.keys(kept).length === 0);
    return isEmpty ? [] : [[name, kept]];
  });
  return Object.fromEntries(members);
}

/** Items stay where they are, whatever they hold: a refusal names them by their number. */
const itemOf = (value: Json): Json => (isObject(value) ? filledIn(value) : value);

/** The JSON Merge Patch (RFC 7396) that leads from one object to another. */
export function patchOf(before: JsonObject, after: JsonObject): JsonObject {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const members = [...names].flatMap((name): [string, Json][] => {
    const [was, is] = [before[name], after[name]];
    if (is === undefined) return [[name, null]];
    if (was !== undefined && isSame(was, is)) return [];
    return [[name, isObject(was) && isObject(is) ? patchOf(was, is) : is]];
  });
  return Object.fromEntries(members);
}

/** The object that a patch leads to. */
export function patched(before: JsonObject, patch: JsonObject): JsonObject {
  return Object.entries(patch).reduce<JsonObject>((doc, [name, value]) => {
    const { [name]: was, ...others } = doc;
    if (value === null) return others;
    return { ...others, [name]: isObject(value) ? patched(isObject(was) ? was : {}, value) : value };
  }, before);
}

function isSame(one: Json, other: Json): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each: Json, index) => isSame(each, other[index] as Json));
  }
  if (isObject(one) && isObject(other)) {
    const names = Object.keys(one);
    return (
      names.length === Object.keys(other).length &&
      names.every((name) => other[name] !== undefined && isSame(one[name] as Json, other[name] as Json))
    );
  }
  return one === other;
}
