import { describe, expect, it } from '@jest/globals';
import { KINDS, type Kind, kindNamed } from '../../../src/developments/kinds/index.js';
import { closeOpenDates, validate } from '../../../src/fields/index.js';
import { parseDay } from '../../../src/time/day.js';
import { parseEdtf } from '../../../src/time/edtf.js';
import { ID, SCENARIOS, written } from './scenarios.js';

function kind(name: string): Kind {
  const found = kindNamed(name);
  if (found === undefined) throw new Error(`no kind ${name}`);
  return found;
}

describe.each(SCENARIOS.map((scenario) => [`${scenario.kind}: ${scenario.summary}`, scenario] as const))(
  '%s',
  (_, scenario) => {
    const { details: shape, ...rest } = kind(scenario.kind);
    const { value = {}, errors } = validate(shape, scenario.details, '');
    const context = { id: ID, ...(scenario.fine && { fine: scenario.fine }) };

    it('is accepted as it is written', () => {
      expect(errors).toEqual([]);
      expect(value).toEqual(scenario.details);
      expect(rest.check?.(value) ?? []).toEqual([]);
    });

    it('is summed up in one line', () => {
      expect(rest.summary(value)).toBe(scenario.summary);
    });

    it('says exactly this', () => {
      expect(rest.effects(value, context).map(written)).toEqual(scenario.effects);
      expect(rest.dates?.(value) ?? []).toEqual(scenario.dates ?? []);
    });

    it('says of each fact and node one thing, from dates that are there', () => {
      const effects = rest.effects(value, context);
      const dates = new Map((rest.dates?.(value) ?? []).map(({ node, date }) => [node, date]));
      const told = effects.map(({ predicate, subject, object, node }) => [predicate, subject, object, node].join());
      expect(new Set(told).size).toBe(told.length);
      for (const { node } of effects) expect(() => parseEdtf(dates.get(node) ?? '2021')).not.toThrow();
      for (const { node } of effects) expect(node === 'when' || dates.has(node)).toBe(true);
    });
  },
);

describe('the registry of kinds', () => {
  it('has a scenario for every kind, and every kind once', () => {
    const names = KINDS.map((each) => each.kind);
    expect(new Set(names).size).toBe(names.length);
    expect([...new Set(SCENARIOS.map((scenario) => scenario.kind))].sort()).toEqual([...names].sort());
    expect(names).toHaveLength(33);
  });

  it('finds a kind by its exact name alone', () => {
    expect(kindNamed('FineImposed')?.kind).toBe('FineImposed');
    for (const name of ['fineimposed', 'constructor', '__proto__', 'toString', 'hasOwnProperty', '']) {
      expect(kindNamed(name)).toBeUndefined();
    }
  });

  it('says which facts a kind sets, by predicates that its effects have', () => {
    for (const { kind: name, facts } of KINDS) {
      const stated = SCENARIOS.filter((scenario) => scenario.kind === name).flatMap(({ effects }) => effects);
      if (name === 'DevelopmentNoted') continue;
      const predicateOf = (fact: string) => fact.slice(0, fact.indexOf(':'));
      expect(new Set(facts.map(predicateOf))).toEqual(new Set(stated.map(predicateOf)));
    }
  });

  it('names the fine that a FineChanged is about', () => {
    expect(kind('FineChanged').fine?.({ fine: ID, annulled: true })).toBe(ID);
    expect(KINDS.filter((each) => each.fine !== undefined).map((each) => each.kind)).toEqual(['FineChanged']);
  });
});

describe('an open late end of a date from which an effect holds', () => {
  const recorded = parseDay('2026-11-21') ?? Number.NaN;
  const noted = { predicate: 'licence', subject: 'ant-group', value: 'granted', from: '[2021..]' };
  it.each<[string, object]>([
    ['BanOrdered', { authority: 'a', jurisdiction: 'us', services: ['tiktok'], effective: '[2021..]' }],
    ['InstrumentIssued', { authority: 'a', instrument: 'b', subjects: ['c'], inForce: '[2021..]' }],
    ['DevelopmentNoted', { effects: [noted] }],
  ])('%s: may lie after the day it is recorded', (name, details) => {
    const { details: shape, dates } = kind(name);
    const stored = closeOpenDates(shape, details, recorded);
    expect(dates?.(stored).map(({ date }) => date)).toEqual(['[2021-01-01..9999-12-31]']);
  });
});
