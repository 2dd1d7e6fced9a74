import { cleanObject } from '../developments/clean-object.js';
import { validate } from '../fields/index.js';
import { fieldsRefused } from '../refusal.js';
import { WhatIfBody } from './what-if.body.js';

const CODE = 'invalid-what-if';

/** @throws {Refusal} malformed-json, invalid-what-if */
export function readWhatIf(body: unknown): WhatIfBody {
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  // Each command is read by itself, so that what is wrong with it is told as where it is sent by itself.
  const { commands, ...rest } = (isObject ? body : {}) as Readonly<Record<string, unknown>>;
  const { value, errors } = validate(WhatIfBody, { ...cleanObject(isObject ? rest : body, CODE), commands }, '');
  if (!value) throw fieldsRefused(CODE, errors);
  return value;
}
