import type { JsonObject } from '../event-store/canonical.js';
import { cleanJson } from '../fields/index.js';
import { fieldsRefused, Refusal } from '../refusal.js';

/** A body as a JSON object that can be stored. @throws {Refusal} malformed-json where there is none, or `code` */
export function cleanObject(body: unknown, code: string): JsonObject {
  if (body === undefined) throw new Refusal('malformed-json', 'There is no body: send a JSON object.');
  const { value, errors } = cleanJson(body, '');
  const whole = typeof value !== 'object' || value === null || Array.isArray(value);
  const found = errors.length === 0 && whole ? [{ pointer: '', detail: 'should be a JSON object' }] : errors;
  if (found.length === 0) return value as JsonObject;
  throw fieldsRefused(code, found);
}
