import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KINDS } from '../../../src/developments/kinds/index.js';
import { jsonSchema } from '../../../src/fields/index.js';
import { matchesFor } from '../../../web/record/combobox/near-matches.js';
import { at, filledIn, type Json, type JsonObject, patched, patchOf, put } from '../../../web/record/doc/json.js';
import { pointerTo, slugFor, usedNames } from '../../../web/record/doc/names.js';
import { asSchema, type Schema, type Widget, widgetOf } from '../../../web/record/doc/schema.js';
import { changedSpans } from '../../../web/record/preview/spans.js';

const { doc } = fc.letrec<{ leaf: Json; doc: JsonObject; value: Json }>((tie) => ({
  leaf: fc.oneof(fc.string(), fc.integer(), fc.boolean()),
  value: fc.oneof({ depthSize: 'small' }, tie('leaf'), fc.array(tie('leaf')), tie('doc')),
  doc: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd/e'), tie('value'), { noNullPrototype: true }),
}));

describe('a document that is filled in', () => {
  test('differs from another by a merge patch that leads from the one to the other', () => {
    fc.assert(
      fc.property(doc, doc, (before, after) => {
        expect(patched(before, patchOf(before, after))).toEqual(after);
        expect(patchOf(after, after)).toEqual({});
      }),
    );
  });

  test('holds what was put there, and nothing else changes', () => {
    const before = { title: 'a', sources: [{ publisher: 'x' }, { publisher: 'y' }] };
    const after = put(before, '/sources/1/title', 'z');
    expect(after).toEqual({ title: 'a', sources: [{ publisher: 'x' }, { publisher: 'y', title: 'z' }] });
    expect(at(after, '/sources/1/title')).toBe('z');
    expect(put(after, '/sources/1/title', undefined)).toEqual(before);
    expect(put({}, '/details/amount/value', '5')).toEqual({ details: { amount: { value: '5' } } });
  });

  test('is sent without what nobody filled in; items of lists keep their places', () => {
    expect(
      filledIn({ title: '', details: { basis: '', amount: {} }, topics: ['', 'a'], sources: [{ title: '' }] }),
    ).toEqual({ topics: ['', 'a'], sources: [{}] });
  });

  test('names of what is new only what is used in it', () => {
    const names = {
      entities: { acme: { type: 'company', name: 'Acme' } },
      matters: { fines: { title: 'Fines' } },
    } as const;
    expect(usedNames(names, { details: { parties: ['acme'] } })).toEqual({ ...names, matters: {} });
  });

  test('leads from what is new to the field that uses it', () => {
    const filled = { title: 'Fines', changes: { details: { parties: ['bank', 'acme'] }, matter: 'fines' } };
    expect([pointerTo('acme', filled), pointerTo('fines', filled), pointerTo('nobody', filled)]).toEqual([
      '/changes/details/parties/1',
      '/changes/matter',
      undefined,
    ]);
  });

  test.each([
    ['Crédit Agricole (Suisse)', 'credit-agricole-suisse'],
    ['微信', ''],
  ])('proposes a short name of %s', (name, slug) => {
    expect(slugFor(name)).toBe(slug);
  });
});

describe('a form', () => {
  test.each(KINDS.map(({ kind, details }) => [kind, details] as const))(
    'of %s has a field for each detail that fits it',
    (_, details) => {
      const { properties = {} } = asSchema(jsonSchema(details));
      for (const [name, schema] of Object.entries(properties))
        expect([name, widgetOf(schema)]).toEqual([name, meant(schema)]);
    },
  );
});

/** What the service says that it should be. */
function meant({ description = '', items }: Schema): Widget {
  const shape = description.slice(description.lastIndexOf('. ', description.length - 2) + 1).trim();
  const meanings: readonly (readonly [RegExp, Widget])[] = [
    [/^A list of .* each the slug of/, 'entities'],
    [/^A list of .* each a text/, 'texts'],
    [/^A list of .* each an object/, 'objects'],
    [/^The slug of a matter/, 'matter'],
    [/^The slug of/, 'entity'],
    [/^The id of a development/, 'development'],
    [/^An EDTF date/, 'date'],
    [/^One exact day/, 'day'],
    [/^One of/, 'choice'],
    [/^True/, 'flag'],
    [/^A whole number/, 'count'],
    [/^A text .* or money/, 'text-or-money'],
    [/Money, such as/, 'money'],
    [/^A text of at most \d{1,2}\d? /, 'text'],
    [/^A text/, 'long-text'],
  ];
  const [, widget] = meanings.find(([says]) => says.test(shape)) ?? [];
  if (!widget) throw new Error(`${description} ${JSON.stringify(items)}`);
  return shape.includes('at most 500 ') ? 'long-text' : widget;
}

describe('near matches', () => {
  const entity = (slug: string, type: 'company' | 'service', name: string, aliases: string[] = []) => ({
    slug,
    type,
    name,
    aliases,
    revision: 0,
    position: '1',
    recordedAt: '2026-11-21T09:00:00.000Z',
  });
  const known = [
    entity('tencent', 'company', 'Tencent', ['腾讯']),
    entity('wechat', 'service', 'WeChat', ['Weixin']),
    entity('wechat-pay', 'service', 'WeChat Pay'),
  ];
  const types = ['company', 'service'];
  const found = (text: string, of: readonly string[] = types) =>
    matchesFor(text, known, of).map(({ entity: { slug }, isNear }) => (isNear ? `~${slug}` : slug));

  test('are those of a fitting type that are named so, begin so, hold it, or else are much like it', () => {
    expect(found('wechat')).toEqual(['wechat', 'wechat-pay']);
    expect(found('腾讯')).toEqual(['tencent']);
    expect(found('pay')).toEqual(['wechat-pay']);
    expect(found('wechatt')).toEqual(['~wechat']);
    expect(found('tencent', ['service'])).toEqual([]);
    expect(found('')).toHaveLength(3);
  });
});

describe('days on which a fact would be another', () => {
  const open = { certainty: 'definite', value: 'open' } as const;
  const unknown = { certainty: 'unrecorded' } as const;
  const from = (day: string, before: string, after: typeof open | typeof unknown) => ({
    from: day,
    to: before,
    ...after,
  });

  test('are those on which the two courses differ, run together where they say the same', () => {
    const before = [from('0001-01-01', '2021-03-31', unknown), from('2021-04-01', '9999-12-31', open)];
    const after = [
      from('0001-01-01', '2021-02-28', unknown),
      from('2021-03-01', '2021-03-15', open),
      from('2021-03-16', '9999-12-31', open),
    ];
    expect(changedSpans(before, after)).toEqual([
      { from: '2021-03-01', to: '2021-03-31', before: unknown, after: open },
    ]);
    expect(changedSpans(after, after)).toEqual([]);
    expect(changedSpans([], before)).toEqual([{ from: '2021-04-01', to: '9999-12-31', before: unknown, after: open }]);
  });
});
