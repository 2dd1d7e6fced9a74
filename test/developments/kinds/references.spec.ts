import { describe, expect, it } from '@jest/globals';
import { referencesOf } from '../../../src/developments/kinds/index.js';
import { ENTITY_TYPES } from '../../../src/fields/index.js';
import { ID, SCENARIOS } from './scenarios.js';

/** `pointer slug: types`. */
const entitiesOf = (kind: string, details: object): readonly string[] =>
  referencesOf(kind, details).entities.map(({ pointer, slug, types }) => `${pointer} ${slug}: ${types.join(' ')}`);

describe('the entities that details name, with the types that fit', () => {
  const party = 'company service authority';
  const venue = 'service company category';
  it.each<[string, readonly string[]]>([
    [
      'GuidanceMeetingHeld',
      ['/authority miit: authority', `/attendees/0 alibaba: ${party}`, `/attendees/1 tencent: ${party}`],
    ],
    [
      'DirectiveIssued',
      [
        '/authority miit: authority',
        `/addressees/0 tencent: ${party}`,
        `/addressees/1 alibaba: ${party}`,
        '/directive stop-blocking-links: directive',
      ],
    ],
    ['FineImposed', ['/authority samr: authority', `/party alibaba: ${party}`]],
    ['FineChanged', []],
    ['LinksUnblocked', [`/from wechat: ${venue}`, `/to/0 taobao: ${venue}`]],
    ['PaymentMethodAccepted', [`/venues/0 youku: ${venue}`, '/method wechat-pay: service']],
    ['InstrumentRepealed', ['/instrument tax-law: instrument']],
    [
      'BanOrdered',
      ['/authority in-government: authority', '/jurisdiction in: place', '/services/0 chinese-apps: service category'],
    ],
    ['AppsRemoved', ['/store apple-app-store-cn: service', '/jurisdiction cn: place', '/category vpn-apps: category']],
    ['StorefrontOpened', ['/seller apple: company service', `/venue wechat: ${venue}`]],
    ['DataLocalised', [`/party apple: ${party}`, '/place cn: place']],
    ['ProgrammeEnded', ['/authority us-state-department: authority', '/programme clean-network: programme']],
    ['ClosureOrdered', ['/authority us-government: authority', '/facility houston-consulate: facility']],
    ['TalksReported', [`/parties/0 apple: ${party}`, `/parties/1 alibaba: ${party}`, '/topic apple-pay-alipay: topic']],
    ['InvestigationOpened', ['/authority samr: authority', `/parties/0 alibaba: ${party}`, '/case choose-one: case']],
    ['OwnershipChanged', ['/owner alibaba: company authority place', '/owned youku: company service']],
    ['MarketImpactReported', []],
    ['StatementMade', [`/party alibaba: ${party}`]],
  ])('%s', (kind, expected) => {
    const details = SCENARIOS.find((scenario) => scenario.kind === kind)?.details ?? {};
    expect(entitiesOf(kind, details)).toEqual(expected);
  });

  it('DevelopmentNoted: of a built-in predicate those that fit it, of a new one any', () => {
    const effects = [
      { predicate: 'payment', subject: 'wechat', object: 'alipay', value: 'expected' },
      { predicate: 'deal', subject: 'tiktok-us-sale', value: 'talks' },
      { predicate: 'licence', subject: 'ant-group', object: 'cn', value: 'granted' },
    ];
    const any = ENTITY_TYPES.join(' ');
    expect(entitiesOf('DevelopmentNoted', { effects })).toEqual([
      `/effects/0/subject wechat: ${venue}`,
      '/effects/0/object alipay: service',
      '/effects/1/subject tiktok-us-sale: topic',
      `/effects/2/subject ant-group: ${any}`,
      `/effects/2/object cn: ${any}`,
    ]);
  });

  it('OwnershipChanged: none is no entity', () => {
    expect(entitiesOf('OwnershipChanged', { owner: 'none', owned: 'youku' })).toEqual([
      '/owned youku: company service',
    ]);
  });
});

describe('what else details refer to', () => {
  it('is the fine of a FineChanged', () => {
    expect(referencesOf('FineChanged', { fine: ID, annulled: true }, '/details').developments).toEqual([
      { pointer: '/details/fine', id: ID },
    ]);
  });

  it('is the matter or the entity of a CoverageStated', () => {
    const through = '2021-10-23';
    expect(referencesOf('CoverageStated', { matter: 'm', through }, '/details')).toEqual({
      entities: [],
      matters: [{ pointer: '/details/matter', slug: 'm' }],
      developments: [],
    });
    expect(referencesOf('CoverageStated', { entity: 'e', through }).entities).toEqual([
      { pointer: '/entity', slug: 'e', types: ENTITY_TYPES },
    ]);
  });

  it('is pointed at from where the details stand', () => {
    const effects = [{ predicate: 'deal', subject: 'a', value: 'talks' }];
    expect(referencesOf('DevelopmentNoted', { effects }, '/details').entities[0]?.pointer).toBe(
      '/details/effects/0/subject',
    );
  });

  it('is unknown for an unknown kind', () => {
    expect(() => referencesOf('constructor', {})).toThrow('there is no kind of development named constructor');
  });
});
