import type { JsonObject, JsonValue } from '../../src/event-store/canonical.js';

/** The merge patch that makes exactly `after` of `before`. */
export function patchFor(before: JsonObject, after: JsonObject): JsonObject {
  const gone = Object.keys(before).filter((member) => !(member in after));
  const kept = Object.entries(after).map(([member, value]): [string, JsonValue] => {
    const was = before[member];
    return [member, isObject(was) && isObject(value) ? patchFor(was, value) : value];
  });
  return Object.fromEntries([...kept, ...gone.map((member): [string, JsonValue] => [member, null])]);
}

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
