import { describe, expect, it } from '@jest/globals';
import { currentSchema, eventTypes, UnknownEvent, upcast } from '../../src/developments/upcast.js';
import type { JsonObject } from '../../src/event-store/canonical.js';

const stored = (type: string, schema: number, data: JsonObject) => ({ envelope: { type, schema }, data });

/** Schema 3 of a fine: `who` became `fined`, and that `party`; on the way a `basis` was added. */
const FINES = {
  FineImposed: [
    ({ who, ...rest }: JsonObject): JsonObject => ({ ...rest, fined: who as string }),
    ({ fined, ...rest }: JsonObject): JsonObject => ({ ...rest, party: fined as string, basis: 'not stated' }),
  ],
};
const NEWEST = { amount: '5', party: 'alibaba', basis: 'not stated' };

function frozen<T extends object>(value: T): T {
  for (const each of Object.values(value)) if (typeof each === 'object') frozen(each);
  return Object.freeze(value);
}

describe('an event is read in the current schema of its type', () => {
  it.each<[number, JsonObject]>([
    [1, { amount: '5', who: 'alibaba' }],
    [2, { amount: '5', fined: 'alibaba' }],
    [3, NEWEST],
  ])('from schema %i by the steps that came later, in their order', (schema, data) => {
    const event = frozen(stored('FineImposed', schema, data));
    const read = upcast(event, FINES);
    expect(read).toEqual({ envelope: { type: 'FineImposed', schema }, data: NEWEST });
    expect(read.envelope).toBe(event.envelope);
  });

  it('and is left as it is where nothing changed', () => {
    const event = frozen(stored('LinksBlocked', 1, { title: 'x' }));
    expect(upcast(event, FINES)).toBe(event);
    expect(upcast(event)).toBe(event);
  });

  it('every type there is', () => {
    for (const type of eventTypes()) expect(upcast(stored(type, currentSchema(type), {}))).toBeDefined();
    expect(new Set(eventTypes()).size).toBe(eventTypes().length);
  });
});

describe('an event that this version does not know', () => {
  it.each<[string, number]>([
    ['FineImposed', 4],
    ['FineImposed', 0],
    ['FineImposed', -1],
    ['FineImposed', 1.5],
    ['FineImposed', Number.NaN],
    ['LinksBlocked', 2],
    ['EntityMerged', 1],
    ['fineimposed', 1],
    ['', 1],
    ['constructor', 1],
    ['__proto__', 1],
    ['toString', 1],
  ])('%s of schema %d is said to be one', (type, schema) => {
    const read = (): unknown => upcast(stored(type, schema, {}), FINES);
    expect(read).toThrow(UnknownEvent);
    expect(read).toThrow(`events of type ${type}, schema ${schema}`);
  });
});
