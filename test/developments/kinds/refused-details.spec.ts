import { describe, expect, it } from '@jest/globals';
import { kindNamed } from '../../../src/developments/kinds/index.js';
import { validate } from '../../../src/fields/index.js';
import { ID, SCENARIOS } from './scenarios.js';

/** What is wrong with details, as a command would say it. */
function pointersOf(name: string, details: unknown): readonly string[] {
  const kind = kindNamed(name);
  if (kind === undefined) throw new Error(`no kind ${name}`);
  const { value, errors } = validate(kind.details, details, '/details');
  const found =
    value === undefined ? errors : (kind.check?.(value) ?? []).map((e) => ({ pointer: `/details${e.pointer}` }));
  return found.map(({ pointer }) => pointer);
}

const BAN = { authority: 'us-president', jurisdiction: 'us', services: ['tiktok'] };
const USD = { value: '5', currency: 'USD' };
const noted = (...effects: object[]): object => ({ effects });
const effect = { predicate: 'licence', subject: 'ant-group', value: 'granted' };
const payment = { predicate: 'payment', subject: 'wechat', object: 'alipay', value: 'expected' };

describe('details are refused, and where', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['GuidanceMeetingHeld', {}, ['/details/authority', '/details/attendees', '/details/topics']],
    ['GuidanceMeetingHeld', { authority: 'miit', attendees: [], topics: ['x'] }, ['/details/attendees']],
    [
      'GuidanceMeetingHeld',
      { authority: 'MIIT', attendees: ['alibaba', 'Tencent', 'alibaba'], topics: ['x', ' '] },
      ['/details/authority', '/details/attendees/1', '/details/attendees/2', '/details/topics/1'],
    ],
    ['ComplianceCommitted', { party: 'a', directive: 'b', extent: 'total' }, ['/details/extent']],
    ['FineImposed', { authority: 'a', party: 'b', amount: { value: 5, currency: 'USD' } }, ['/details/amount/value']],
    ['FineImposed', { authority: 'a', party: 'b', amount: null }, ['/details/amount']],
    ['FineImposed', { authority: 'a', party: 'b', amount: 'amount-unknown' }, ['/details/amount']],
    ['FineChanged', { fine: ID }, ['/details']],
    ['FineChanged', { fine: ID, amount: USD, annulled: true }, ['/details']],
    ['FineChanged', { fine: ID, annulled: false }, ['/details/annulled']],
    ['FineChanged', { fine: 'fine-1', annulled: true }, ['/details/fine']],
    ['BanOrdered', { ...BAN, retroactive: true }, ['/details/effective']],
    ['BanOrdered', { ...BAN, effective: '2021/2022' }, ['/details/effective']],
    ['BanOrdered', { ...BAN, effective: null }, ['/details/effective']],
    ['BanOrdered', { ...BAN, effectve: '2021' }, ['/details/effectve']],
    ['InstrumentIssued', { authority: 'a', instrument: 'b', subjects: ['c'], retroactive: true }, ['/details/inForce']],
    ['AppsRemoved', { store: 'a', jurisdiction: 'b', category: 'c', count: -1 }, ['/details/count']],
    ['ProgrammeLaunched', { authority: 'a', programme: 'b', lines: ['c', 'b'] }, ['/details/lines/1']],
    ['ProgrammeEnded', { authority: 'a', programme: 'b', lines: ['b'] }, ['/details/lines/0']],
    ['CoverageStated', { through: '2021-10-23' }, ['/details']],
    ['CoverageStated', { matter: 'm', entity: 'e', through: '2021-10-23' }, ['/details']],
    ['CoverageStated', { matter: 'm', through: '2021-10' }, ['/details/through']],
    ['DevelopmentNoted', {}, ['/details/effects']],
    [
      'DevelopmentNoted',
      noted({}),
      ['/details/effects/0/predicate', '/details/effects/0/subject', '/details/effects/0/value'],
    ],
    ['DevelopmentNoted', { effects: Array.from({ length: 101 }, () => effect) }, ['/details/effects']],
    ['DevelopmentNoted', noted({ ...effect, value: 'unrecorded' }), ['/details/effects/0/value']],
    ['DevelopmentNoted', noted({ ...effect, value: null }), ['/details/effects/0/value']],
    ['DevelopmentNoted', noted({ ...effect, value: 'x'.repeat(201) }), ['/details/effects/0/value']],
    [
      'DevelopmentNoted',
      noted({ ...effect, value: { value: '-5', currency: 'USD' } }),
      ['/details/effects/0/value/value'],
    ],
    ['DevelopmentNoted', noted({ ...effect, predicate: 'market share' }), ['/details/effects/0/predicate']],
    ['DevelopmentNoted', noted({ ...effect, from: 'soon' }), ['/details/effects/0/from']],
    ['DevelopmentNoted', noted({ ...effect, node: 'when' }), ['/details/effects/0/node']],
    ['DevelopmentNoted', noted(effect, { ...effect, value: 'denied' }), ['/details/effects/1']],
    ['DevelopmentNoted', noted(effect, { ...effect, from: '2021' }, effect), ['/details/effects/2']],
    ['DevelopmentNoted', noted({ ...payment, value: 'refused' }), ['/details/effects/0/value']],
    ['DevelopmentNoted', noted({ ...payment, value: USD }), ['/details/effects/0/value']],
    ['DevelopmentNoted', noted({ ...payment, object: undefined }), ['/details/effects/0/object']],
    [
      'DevelopmentNoted',
      noted({ predicate: 'programme', subject: 'clean-network', object: 'us', value: 'active' }),
      ['/details/effects/0/object'],
    ],
    [
      'DevelopmentNoted',
      noted(effect, { predicate: 'penalty', subject: 'alibaba', object: 'x', value: USD }),
      ['/details/effects/1/predicate'],
    ],
    [
      'DevelopmentNoted',
      noted({ predicate: 'owner', subject: 'youku', value: 'none' }),
      ['/details/effects/0/predicate'],
    ],
  ])('%s %j', (name, details, pointers) => {
    expect(pointersOf(name, details)).toEqual(pointers);
  });
});

describe.each(SCENARIOS.map(({ kind, details }) => [kind, details] as const))('%s %j', (name, details) => {
  it.each(['__proto__', 'constructor', 'toString', 'extra'])('refuses a field %s', (field) => {
    const raw = JSON.parse(`{"${field}":{"authority":"miit"},${JSON.stringify(details).slice(1)}`);
    expect(pointersOf(name, raw)).toEqual([`/details/${field}`]);
  });

  it('refuses null in the place of any of its fields', () => {
    for (const field of Object.keys(details)) {
      expect(pointersOf(name, { ...details, [field]: null })).toEqual([`/details/${field}`]);
    }
  });
});
