import type { Effect, OwnDate } from '../../../src/developments/kinds/index.js';

/** Details of a kind, and what it says because of them. */
export interface Scenario {
  readonly kind: string;
  readonly details: object;
  readonly summary: string;
  /** `fact = value`, ` @ node` where that isn't `when`, in order. */
  readonly effects: readonly string[];
  readonly dates?: readonly OwnDate[];
  /** The fine that a FineChanged is about, as far as it is known. */
  readonly fine?: { readonly id: string; readonly party: string };
}

/** The development's own id in every scenario. */
export const ID = '01939d3c-0000-7000-8000-000000000001';
const FINE = '01939d3c-0000-7000-8000-000000000002';

export const written = ({ predicate, subject, object, value, node }: Effect): string => {
  const fact = object === undefined ? `${predicate}:${subject}` : `${predicate}:${subject}:${object}`;
  return `${fact} = ${typeof value === 'string' ? value : JSON.stringify(value)}${node === 'when' ? '' : ` @ ${node}`}`;
};

export const SCENARIOS: readonly Scenario[] = [
  {
    kind: 'GuidanceMeetingHeld',
    details: { authority: 'miit', attendees: ['alibaba', 'tencent'], topics: ['link blocking'] },
    summary: 'miit met alibaba, tencent about link blocking',
    effects: [],
  },
  {
    kind: 'GuidanceMeetingHeld',
    details: { authority: 'miit', attendees: ['a', 'b', 'c', 'd', 'e', 'f'], topics: ['links\nand payments', 'data'] },
    summary: 'miit met a, b, c, d and 2 more about links and payments, data',
    effects: [],
  },
  {
    kind: 'DirectiveIssued',
    details: {
      authority: 'miit',
      addressees: ['tencent', 'alibaba'],
      directive: 'stop-blocking-links',
      requirement: 'stop blocking links',
    },
    summary: 'miit issued stop-blocking-links to tencent, alibaba: stop blocking links',
    effects: ['obligation:tencent:stop-blocking-links = ordered', 'obligation:alibaba:stop-blocking-links = ordered'],
  },
  {
    kind: 'ComplianceCommitted',
    details: { party: 'tencent', directive: 'stop-blocking-links', extent: 'phased' },
    summary: 'tencent committed to phased compliance with stop-blocking-links',
    effects: ['obligation:tencent:stop-blocking-links = committed'],
  },
  {
    kind: 'ComplianceAchieved',
    details: { party: 'tencent', directive: 'stop-blocking-links' },
    summary: 'tencent complied with stop-blocking-links',
    effects: ['obligation:tencent:stop-blocking-links = complied'],
  },
  {
    kind: 'FineImposed',
    details: {
      authority: 'samr',
      party: 'alibaba',
      amount: { value: '2750000000', currency: 'USD' },
      basis: 'abuse of a dominant position',
    },
    summary: 'samr fined alibaba 2750000000 USD for abuse of a dominant position',
    effects: [`penalty:alibaba:${ID} = {"value":"2750000000","currency":"USD"}`],
  },
  {
    kind: 'FineImposed',
    details: { authority: 'samr', party: 'alibaba' },
    summary: 'samr fined alibaba an unknown amount',
    effects: [`penalty:alibaba:${ID} = amount-unknown`],
  },
  {
    kind: 'FineImposed',
    details: { authority: 'samr', party: 'jd', amount: { atLeast: '1', atMost: '2.50', currency: 'CNY' } },
    summary: 'samr fined jd 1 to 2.50 CNY',
    effects: [`penalty:jd:${ID} = {"atLeast":"1","atMost":"2.5","currency":"CNY"}`],
  },
  {
    kind: 'FineChanged',
    details: { fine: FINE, amount: { value: '5', currency: 'USD', approximate: true } },
    fine: { id: FINE, party: 'alibaba' },
    summary: `fine ${FINE} was changed to about 5 USD`,
    effects: [`penalty:alibaba:${FINE} = {"value":"5","currency":"USD","approximate":true}`],
  },
  {
    kind: 'FineChanged',
    details: { fine: FINE, annulled: true },
    fine: { id: FINE, party: 'alibaba' },
    summary: `fine ${FINE} was annulled`,
    effects: [`penalty:alibaba:${FINE} = annulled`],
  },
  {
    kind: 'FineChanged',
    details: { fine: FINE, amount: { atMost: '5', currency: 'USD' } },
    summary: `fine ${FINE} was changed to at most 5 USD`,
    effects: [],
  },
  {
    kind: 'LinksBlocked',
    details: { from: 'wechat', to: ['taobao', 'external-sites'] },
    summary: 'wechat blocked links to taobao, external-sites',
    effects: ['links:wechat:taobao = blocked', 'links:wechat:external-sites = blocked'],
  },
  {
    kind: 'LinksUnblocked',
    details: { from: 'wechat', to: ['taobao'] },
    summary: 'wechat unblocked links to taobao',
    effects: ['links:wechat:taobao = allowed'],
  },
  {
    kind: 'PaymentMethodAnnounced',
    details: { venues: ['idle-fish', 'hema'], method: 'wechat-pay' },
    summary: 'wechat-pay was announced for idle-fish, hema',
    effects: ['payment:idle-fish:wechat-pay = announced', 'payment:hema:wechat-pay = announced'],
  },
  {
    kind: 'PaymentMethodAccepted',
    details: { venues: ['youku'], method: 'wechat-pay' },
    summary: 'wechat-pay is accepted at youku',
    effects: ['payment:youku:wechat-pay = accepted'],
  },
  {
    kind: 'PaymentMethodEnded',
    details: { venues: ['youku'], method: 'wechat-pay' },
    summary: 'wechat-pay is no longer accepted at youku',
    effects: ['payment:youku:wechat-pay = ended'],
  },
  {
    kind: 'InstrumentIssued',
    details: { authority: 'samr', instrument: 'platform-guidelines', subjects: ['antitrust', 'platforms'] },
    summary: 'samr issued platform-guidelines on antitrust, platforms',
    effects: ['instrument:platform-guidelines = adopted'],
  },
  {
    kind: 'InstrumentIssued',
    details: { authority: 'cn-government', instrument: 'pipl', subjects: ['personal data'], inForce: '2021-11-01' },
    summary: 'cn-government issued pipl on personal data, in force from 2021-11-01',
    dates: [{ node: 'inForce', date: '2021-11-01', notBeforeWhen: true }],
    effects: ['instrument:pipl = adopted', 'instrument:pipl = in-force @ inForce'],
  },
  {
    kind: 'InstrumentIssued',
    details: { authority: 'a', instrument: 'tax-law', subjects: ['tax'], inForce: '2020', retroactive: true },
    summary: 'a issued tax-law on tax, in force retroactively from 2020',
    dates: [{ node: 'inForce', date: '2020', notBeforeWhen: false }],
    effects: ['instrument:tax-law = in-force @ inForce'],
  },
  {
    kind: 'InstrumentRepealed',
    details: { instrument: 'tax-law' },
    summary: 'tax-law was repealed',
    effects: ['instrument:tax-law = repealed'],
  },
  {
    kind: 'BanOrdered',
    details: { authority: 'in-government', jurisdiction: 'in', services: ['chinese-apps'] },
    summary: 'in-government banned chinese-apps in in',
    effects: ['availability:chinese-apps:in = ban-ordered'],
  },
  {
    kind: 'BanOrdered',
    details: {
      authority: 'us-president',
      jurisdiction: 'us',
      services: ['tiktok', 'wechat'],
      effective: '[2020-09-15..2020-09-20]',
      legalBasis: 'emergency powers',
    },
    summary:
      'us-president banned tiktok, wechat in us, effective from [2020-09-15..2020-09-20], under emergency powers',
    dates: [{ node: 'effective', date: '[2020-09-15..2020-09-20]', notBeforeWhen: true }],
    effects: [
      'availability:tiktok:us = ban-ordered',
      'availability:wechat:us = ban-ordered',
      'availability:tiktok:us = banned @ effective',
      'availability:wechat:us = banned @ effective',
    ],
  },
  {
    kind: 'BanOrdered',
    details: { authority: 'a', jurisdiction: 'us', services: ['tiktok'], effective: '2020', retroactive: true },
    summary: 'a banned tiktok in us, effective retroactively from 2020',
    dates: [{ node: 'effective', date: '2020', notBeforeWhen: false }],
    effects: ['availability:tiktok:us = banned @ effective'],
  },
  {
    kind: 'BanLifted',
    details: { jurisdiction: 'us', services: ['wechat', 'tiktok'] },
    summary: 'the ban of wechat, tiktok in us was lifted',
    effects: ['availability:wechat:us = available', 'availability:tiktok:us = available'],
  },
  {
    kind: 'AppsRemoved',
    details: { store: 'apple-app-store-cn', jurisdiction: 'cn', category: 'vpn-apps', count: 60 },
    summary: 'apple-app-store-cn removed 60 apps of vpn-apps in cn',
    effects: ['availability:vpn-apps:apple-app-store-cn = removed'],
  },
  {
    kind: 'AppsRemoved',
    details: { store: 'apple-app-store-cn', jurisdiction: 'cn', category: 'vpn-apps' },
    summary: 'apple-app-store-cn removed vpn-apps in cn',
    effects: ['availability:vpn-apps:apple-app-store-cn = removed'],
  },
  {
    kind: 'StorefrontOpened',
    details: { seller: 'apple', venue: 'wechat' },
    summary: 'apple opened a storefront on wechat',
    effects: ['storefront:apple:wechat = open'],
  },
  {
    kind: 'StorefrontClosed',
    details: { seller: 'apple', venue: 'wechat' },
    summary: 'apple closed its storefront on wechat',
    effects: ['storefront:apple:wechat = closed'],
  },
  {
    kind: 'DataLocalised',
    details: { party: 'apple', place: 'cn', data: 'accounts of users in China' },
    summary: 'apple moved data to cn: accounts of users in China',
    effects: ['data-location:apple:cn = in-use'],
  },
  {
    kind: 'DataCentreAnnounced',
    details: { party: 'apple', place: 'inner-mongolia' },
    summary: 'apple announced a data centre in inner-mongolia',
    effects: ['data-centre:apple:inner-mongolia = announced'],
  },
  {
    kind: 'DataCentreOpened',
    details: { party: 'apple', place: 'guizhou' },
    summary: 'apple opened a data centre in guizhou',
    effects: ['data-centre:apple:guizhou = open'],
  },
  {
    kind: 'ProgrammeLaunched',
    details: {
      authority: 'us-state-department',
      programme: 'clean-network',
      lines: ['clean-carrier', 'clean-store'],
    },
    summary: 'us-state-department launched clean-network with clean-carrier, clean-store',
    effects: ['programme:clean-network = active', 'programme:clean-carrier = active', 'programme:clean-store = active'],
  },
  {
    kind: 'ProgrammeEnded',
    details: { authority: 'us-state-department', programme: 'clean-network', lines: [] },
    summary: 'us-state-department ended clean-network',
    effects: ['programme:clean-network = ended'],
  },
  {
    kind: 'ClosureOrdered',
    details: { authority: 'us-government', facility: 'houston-consulate' },
    summary: 'us-government ordered the closure of houston-consulate',
    effects: ['presence:houston-consulate = closure-ordered'],
  },
  {
    kind: 'TalksReported',
    details: { parties: ['apple', 'alibaba'], topic: 'apple-pay-alipay' },
    summary: 'apple, alibaba were reported in talks on apple-pay-alipay',
    effects: ['deal:apple-pay-alipay = talks'],
  },
  {
    kind: 'AgreementReached',
    details: { parties: ['apple', 'alibaba'], topic: 'apple-pay-alipay' },
    summary: 'apple, alibaba reached an agreement on apple-pay-alipay',
    effects: ['deal:apple-pay-alipay = agreed'],
  },
  {
    kind: 'InvestigationOpened',
    details: { authority: 'samr', parties: ['alibaba'], case: 'choose-one' },
    summary: 'samr opened choose-one against alibaba',
    effects: ['proceeding:choose-one = open'],
  },
  {
    kind: 'InvestigationClosed',
    details: { authority: 'samr', parties: ['alibaba'], case: 'choose-one' },
    summary: 'samr closed choose-one against alibaba',
    effects: ['proceeding:choose-one = closed'],
  },
  {
    kind: 'OwnershipChanged',
    details: { owner: 'alibaba', owned: 'youku' },
    summary: 'alibaba became the owner of youku',
    effects: ['owner:youku = alibaba'],
  },
  {
    kind: 'OwnershipChanged',
    details: { owner: 'none', owned: 'youku' },
    summary: 'youku was left without an owner',
    effects: ['owner:youku = none'],
  },
  {
    kind: 'MarketImpactReported',
    details: {
      amount: { atLeast: '769000000000', currency: 'USD', approximate: true },
      about: 'US-listed Chinese shares',
      period: 'five months',
    },
    summary: 'market impact of at least about 769000000000 USD: US-listed Chinese shares (five months)',
    effects: [],
  },
  {
    kind: 'MarketImpactReported',
    details: { about: 'platform shares' },
    summary: 'market impact of an unknown amount: platform shares',
    effects: [],
  },
  {
    kind: 'StatementMade',
    details: { party: 'alibaba', about: 'WeChat Pay', gist: 'some of its apps take it' },
    summary: 'alibaba on WeChat Pay: some of its apps take it',
    effects: [],
  },
  {
    kind: 'CoverageStated',
    details: { matter: 'tech-crackdown', through: '2021-10-23' },
    summary: 'tech-crackdown was searched through 2021-10-23',
    effects: [],
  },
  {
    kind: 'CoverageStated',
    details: { entity: 'alibaba', through: '2021-10-23' },
    summary: 'alibaba was searched through 2021-10-23',
    effects: [],
  },
  { kind: 'DevelopmentNoted', details: { effects: [] }, summary: 'noted, without effects', effects: [] },
  {
    kind: 'DevelopmentNoted',
    details: {
      effects: [
        { predicate: 'payment', subject: 'wechat', object: 'alipay', value: 'expected' },
        { predicate: 'payment', subject: 'wechat', object: 'alipay', value: 'accepted', from: '[2021-10..]' },
        { predicate: 'licence', subject: 'ant-group', value: 'under review' },
        { predicate: 'market-value', subject: 'ant-group', value: { value: '1', currency: 'USD' }, from: '2021' },
        { predicate: 'constructor', subject: 'tostring', value: 'odd' },
      ],
    },
    summary:
      'payment of wechat and alipay: expected, payment of wechat and alipay: accepted from [2021-10..], ' +
      'licence of ant-group: under review, market-value of ant-group: 1 USD from 2021, constructor of tostring: odd',
    dates: [
      { node: 'effects/1/from', date: '[2021-10..]', notBeforeWhen: false },
      { node: 'effects/3/from', date: '2021', notBeforeWhen: false },
    ],
    effects: [
      'payment:wechat:alipay = expected',
      'payment:wechat:alipay = accepted @ effects/1/from',
      'licence:ant-group = under review',
      'market-value:ant-group = {"value":"1","currency":"USD"} @ effects/3/from',
      'constructor:tostring = odd',
    ],
  },
];
