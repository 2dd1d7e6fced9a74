import { describe, expect, it } from '@jest/globals';
import {
  Amount,
  Edtf,
  ExactlyOneOf,
  jsonSchema,
  MatterSlug,
  Nested,
  Requires,
  Slug,
  Slugs,
  Text,
} from '../../src/fields/index.js';
import { accepts } from './schema-evaluator.js';

class Fine {
  @Amount() amount!: object;
}

@Requires('until', 'since')
@ExactlyOneOf('parties', 'fine')
class Case {
  @Text({ max: 20, description: 'What people call it' }) title!: string;
  @Slugs(['company', 'service'], { optional: true }) parties?: string[];
  @Nested(() => Fine, { optional: true }) fine?: Fine;
  @Edtf({ optional: true }) since?: string;
  @Edtf({ optional: true }) until?: string;
}

const schema = jsonSchema(Case);

describe('the JSON Schema of a class', () => {
  it('names its dialect, its fields, which are required, and allows no others', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      required: ['title'],
      additionalProperties: false,
    });
    expect(Object.keys(schema.properties ?? {})).toEqual(['title', 'parties', 'fine', 'since', 'until']);
  });

  it('describes each field in words, with what would be right', () => {
    expect(schema.properties).toMatchObject({
      title: { description: "What people call it. A text of at most 20 characters that isn't blank." },
      parties: {
        description: 'A list of 1 to 200 items, each the slug of a company or service.',
        type: 'array',
        uniqueItems: true,
        items: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', 'x-entity-types': ['company', 'service'] },
      },
      fine: { type: 'object', additionalProperties: false, properties: { amount: { type: 'object' } } },
    });
  });

  it('says what a text names, and where it is a date, so that forms can be made of it', () => {
    class Named {
      @Slug('any', { except: 'none' }) owner!: string;
      @MatterSlug() matter!: string;
      @Edtf() when!: string;
    }
    expect(jsonSchema(Named).properties).toMatchObject({
      owner: { 'x-entity-types': expect.arrayContaining(['authority', 'topic']), 'x-or': 'none' },
      matter: { 'x-matter': true },
      when: { 'x-edtf': true },
    });
  });

  it('names the dialect only at its root', () => {
    expect(JSON.stringify(schema).match(/\$schema/g)).toHaveLength(1);
  });

  it('holds the rules about several fields', () => {
    expect(accepts(schema, { title: 'a', parties: ['x'] })).toBe(true);
    expect(accepts(schema, { title: 'a' })).toBe(false);
    expect(accepts(schema, { title: 'a', parties: ['x'], until: '2021' })).toBe(false);
    expect(accepts(schema, { title: 'a', parties: ['x'], since: '2020', until: '2021' })).toBe(true);
    expect(accepts(schema, { title: 'a', fine: { amount: { value: '5', atLeast: '5', currency: 'USD' } } })).toBe(
      false,
    );
    expect(accepts(schema, { title: 'a', fine: { amount: { atLeast: '5', currency: 'USD' } } })).toBe(true);
  });
});
