import { describe, expect, it } from '@jest/globals';
import {
  builtInPredicate,
  type Effect,
  kindNamed,
  PREDICATES,
  referencesOf,
} from '../../../src/developments/kinds/index.js';
import { ID, SCENARIOS } from './scenarios.js';

const BUILT_IN = SCENARIOS.filter(({ kind }) => kind !== 'DevelopmentNoted');

const told = BUILT_IN.flatMap(({ kind, details, fine }) => {
  const types = new Map(referencesOf(kind, details).entities.map((each) => [each.slug, each.types]));
  const effects = kindNamed(kind)?.effects(details, { id: ID, ...(fine && { fine }) }) ?? [];
  return effects.map((effect) => ({ kind, effect, types }));
});

const valueFits = ({ predicate, value }: Effect): boolean => {
  const known = builtInPredicate(predicate);
  if (known === undefined) return false;
  if (typeof value !== 'string') return known.alsoValues === 'money';
  return known.values.includes(value) || known.alsoValues === 'entity';
};

describe('built-in predicates', () => {
  it('hold every value that the kinds give them', () => {
    expect(told.filter(({ effect }) => !valueFits(effect))).toEqual([]);
  });

  it('have no value that no kind gives, but for payment, which may be expected', () => {
    const given = new Set(told.map(({ effect }) => `${effect.predicate} ${effect.value}`));
    const unused = PREDICATES.flatMap(({ name, values }) => values.map((value) => `${name} ${value}`)).filter(
      (each) => !given.has(each),
    );
    expect(unused).toEqual(['payment expected']);
  });

  it('have an object exactly where the kinds give one', () => {
    for (const { effect } of told) {
      expect(builtInPredicate(effect.predicate)?.object === undefined).toBe(effect.object === undefined);
    }
  });

  it('take every type of entity that the kinds accept there', () => {
    for (const { effect, types } of told) {
      const { subject, object } = builtInPredicate(effect.predicate) ?? { subject: [] };
      expect(subject).toEqual(expect.arrayContaining([...(types.get(effect.subject) ?? [])]));
      if (object === undefined || object === 'development') continue;
      expect(object).toEqual(expect.arrayContaining([...(types.get(effect.object ?? '') ?? [])]));
    }
  });

  it('are left to the kinds named where a predicate is theirs alone', () => {
    for (const { name, onlyBy } of PREDICATES) {
      if (onlyBy === undefined) continue;
      const kinds = told.filter(({ effect }) => effect.predicate === name).map(({ kind }) => kind);
      expect(new Set(kinds)).toEqual(new Set(onlyBy));
    }
  });

  it('are found by name, and nothing else is', () => {
    expect(builtInPredicate('links')?.values).toEqual(['blocked', 'allowed']);
    for (const name of ['constructor', '__proto__', 'toString', 'licence'])
      expect(builtInPredicate(name)).toBeUndefined();
  });
});
