import { describe, expect, it } from '@jest/globals';
import {
  DevelopmentId,
  ENTITY_TYPES,
  MatterSlug,
  Nested,
  NO_ENTITY,
  referencesIn,
  Slug,
  Slugs,
  Text,
} from '../../src/fields/index.js';

const ID = '018f2f6e-7b1a-7c3d-8e4f-5a6b7c8d9e0f';

class Part {
  @Slug('any') thing!: string;
}

class Whole {
  @Slug(['company'], { except: NO_ENTITY, optional: true }) owner?: string;
  @Slugs(['place', 'case']) places!: string[];
  @MatterSlug({ optional: true }) matter?: string;
  @DevelopmentId({ optional: true }) after?: string;
  @Text({ max: 10, optional: true }) note?: string;
  @Nested(() => Part, { optional: true }) part?: Part;
  @Nested(() => Part, { array: true, optional: true }) parts?: Part[];
}

describe('the references in a value', () => {
  it('are its slugs with the types that fit, its matters and its developments, each with its pointer', () => {
    const value: Whole = {
      owner: 'apple',
      places: ['cn', 'us'],
      matter: 'm',
      after: ID,
      note: 'cn',
      part: { thing: 'x' },
      parts: [{ thing: 'y' }, { thing: 'z' }],
    };
    expect(referencesIn(Whole, value, '/details')).toEqual({
      entities: [
        { pointer: '/details/owner', slug: 'apple', types: ['company'] },
        { pointer: '/details/places/0', slug: 'cn', types: ['place', 'case'] },
        { pointer: '/details/places/1', slug: 'us', types: ['place', 'case'] },
        { pointer: '/details/part/thing', slug: 'x', types: ENTITY_TYPES },
        { pointer: '/details/parts/0/thing', slug: 'y', types: ENTITY_TYPES },
        { pointer: '/details/parts/1/thing', slug: 'z', types: ENTITY_TYPES },
      ],
      matters: [{ pointer: '/details/matter', slug: 'm' }],
      developments: [{ pointer: '/details/after', id: ID }],
    });
  });

  it('are none where a word stands for having none, or a field is absent', () => {
    expect(referencesIn(Whole, { owner: NO_ENTITY, places: [] }, '')).toEqual({
      entities: [],
      matters: [],
      developments: [],
    });
  });
});
