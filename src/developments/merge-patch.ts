import type { JsonObject, JsonValue } from '../event-store/canonical.js';
import { jcs } from '../event-store/canonical.js';

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON Merge Patch, RFC 7396: members replace members, `null` removes one, arrays are replaced whole. */
export function mergePatch(target: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isObject(patch)) return patch;
  const merged = new Map<string, JsonValue>(Object.entries(isObject(target) ? target : {}));
  for (const [member, value] of Object.entries(patch)) {
    if (value === null) merged.delete(member);
    else merged.set(member, mergePatch(merged.get(member), value));
  }
  return Object.fromEntries(merged);
}

/** JSON Pointers (RFC 6901) of the members in which two documents differ; an array differs as a whole. */
export function changedPointers(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  at = '',
): readonly string[] {
  if (isObject(before) && isObject(after)) {
    const members = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return members.flatMap((member) =>
      changedPointers(before[member], after[member], `${at}/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    );
  }
  if (before === undefined || after === undefined) return before === after ? [] : [at];
  return jcs(before) === jcs(after) ? [] : [at];
}
