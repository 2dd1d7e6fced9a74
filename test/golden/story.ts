/** What the golden log tells, as lines of an import: every type of event, every sort of date and of amount. */

const SOURCE = { publisher: 'A newspaper', title: 'An article' };
const FULL_SOURCE = {
  publisher: '南方都市报',
  title: '互联互通',
  url: 'https://example.org/2021/10/23?a=1',
  language: 'zh-Hans',
  publishedOn: '2021-10-23',
  retrievedOn: '2026-11-20',
  sha256: '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8',
  quote: '“外部链接” — a “quotation”, \\ and 🙂',
};

const entity = (type: string, slug: string, more: object = {}): object => ({
  entity: { slug, type, name: slug, ...more },
});
const told = (kind: string, when: string, details: object, more: object = {}): object => ({
  development: { kind, title: `${kind}, ${when}`, when, details, sources: [SOURCE], ...more },
});

const REGISTRY: readonly object[] = [
  entity('place', 'cn', { name: 'China', names: { zh: '中国', de: 'China' }, aliases: ['PRC'] }),
  entity('place', 'us'),
  entity('place', 'guizhou', { jurisdiction: 'cn' }),
  entity('authority', 'miit', { aliases: ['MIIT', '工信部'], jurisdiction: 'cn' }),
  entity('authority', 'samr', { aliases: [] }),
  entity('authority', 'us-government'),
  ...['alibaba', 'tencent', 'apple'].map((slug) => entity('company', slug)),
  ...['wechat', 'taobao', 'youku', 'wechat-pay', 'alipay', 'app-store'].map((slug) => entity('service', slug)),
  ...['external-sites', 'vpn-apps'].map((slug) => entity('category', slug)),
  entity('directive', 'stop-blocking-links'),
  ...['privacy-law', 'tax-law'].map((slug) => entity('instrument', slug)),
  ...['clean-network', 'clean-store'].map((slug) => entity('programme', slug)),
  entity('facility', 'houston-consulate'),
  entity('topic', 'apple-pay-alipay'),
  entity('case', 'choose-one'),
  { matter: { slug: 'interoperability', title: 'Opening the walled gardens', description: 'Links and\npayments.' } },
  { matter: { slug: 'fines', title: 'Fines' } },
];

const usd = (value: string): object => ({ value, currency: 'USD' });
const interoperability = { matter: 'interoperability' };

const DEVELOPMENTS: readonly object[] = [
  told('LinksBlocked', '[2012-01..2013-06]', { from: 'wechat', to: ['taobao', 'external-sites'] }, { ref: 'blocked' }),
  told(
    'GuidanceMeetingHeld',
    '2021-09-09',
    { authority: 'miit', attendees: ['alibaba', 'tencent'], topics: ['屏蔽网址链接'] },
    { ...interoperability, sources: [FULL_SOURCE, SOURCE], note: 'Held in Beijing.' },
  ),
  told(
    'DirectiveIssued',
    '2021-09-09~',
    {
      authority: 'miit',
      addressees: ['tencent', 'alibaba'],
      directive: 'stop-blocking-links',
      requirement: 'stop it',
    },
    interoperability,
  ),
  told(
    'ComplianceCommitted',
    '2021-09',
    { party: 'tencent', directive: 'stop-blocking-links', extent: 'phased' },
    interoperability,
  ),
  told('ComplianceAchieved', '[2021-11-29..]', { party: 'tencent', directive: 'stop-blocking-links' }),
  told(
    'LinksUnblocked',
    '[2021-09-13..2021-09-17]',
    { from: 'wechat', to: ['taobao'] },
    { ref: 'allowed', ...interoperability },
  ),
  told(
    'FineImposed',
    '2021-04-10',
    { authority: 'samr', party: 'alibaba', amount: usd('2750000000'), basis: 'abuse of a dominant position' },
    { ref: 'fine', matter: 'fines' },
  ),
  told(
    'FineImposed',
    '2021-34',
    { authority: 'samr', party: 'alibaba', amount: { atLeast: '1', atMost: '2.50', currency: 'CNY' } },
    { ref: 'bounded', matter: 'fines' },
  ),
  told('FineImposed', '2020?', { authority: 'samr', party: 'tencent' }, { ref: 'unknown amount', matter: 'fines' }),
  told(
    'FineChanged',
    '2022-XX',
    { fine: 'fine', amount: { atMost: '2000000000', currency: 'USD', approximate: true } },
    { ref: 'reduced' },
  ),
  told('FineChanged', '2023-01-01', { fine: 'bounded', annulled: true }, { matter: 'fines' }),
  told('PaymentMethodAnnounced', '2021-09-01', { venues: ['youku', 'taobao'], method: 'wechat-pay' }),
  told('PaymentMethodAccepted', '2021-09-28', { venues: ['youku'], method: 'wechat-pay' }, { ref: 'accepted' }),
  told('PaymentMethodEnded', '2023', { venues: ['youku'], method: 'wechat-pay' }),
  told('InstrumentIssued', '2021-08-20', {
    authority: 'miit',
    instrument: 'privacy-law',
    subjects: ['personal data'],
    inForce: '[2021-11-01..]',
  }),
  told('InstrumentIssued', '2021-05-01', {
    authority: 'miit',
    instrument: 'tax-law',
    subjects: ['tax'],
    inForce: '2020',
    retroactive: true,
  }),
  told('InstrumentRepealed', '2024-06-30', { instrument: 'tax-law' }),
  told(
    'BanOrdered',
    '2020-08-06',
    {
      authority: 'us-government',
      jurisdiction: 'us',
      services: ['wechat', 'vpn-apps'],
      effective: '[2020-09-15..2020-09-20]',
      legalBasis: 'emergency powers',
    },
    { ref: 'ban' },
  ),
  told('BanLifted', '2021-06-09', { jurisdiction: 'us', services: ['wechat'] }),
  told('AppsRemoved', '2017-07-29', { store: 'app-store', jurisdiction: 'cn', category: 'vpn-apps', count: 60 }),
  told('StorefrontOpened', '2023-07-11', { seller: 'apple', venue: 'wechat' }),
  told('StorefrontClosed', '202X', { seller: 'apple', venue: 'wechat' }, { sources: [] }),
  told('DataLocalised', '2018-02-28', { party: 'apple', place: 'guizhou', data: 'accounts of users in China' }),
  told('DataCentreAnnounced', '2017-07-12', { party: 'apple', place: 'guizhou' }),
  told('DataCentreOpened', '2021-05%', { party: 'apple', place: 'guizhou' }),
  told('ProgrammeLaunched', '2020-08-05', {
    authority: 'us-government',
    programme: 'clean-network',
    lines: ['clean-store'],
  }),
  told('ProgrammeEnded', '[2021-01-20..2022-12-31]', {
    authority: 'us-government',
    programme: 'clean-network',
    lines: [],
  }),
  told('ClosureOrdered', '2020-07-21', { authority: 'us-government', facility: 'houston-consulate' }),
  told('TalksReported', '2014-10', { parties: ['apple', 'alibaba'], topic: 'apple-pay-alipay' }),
  told('AgreementReached', '[..2016-02-18]', { parties: ['apple', 'alibaba'], topic: 'apple-pay-alipay' }),
  told('InvestigationOpened', '2020-12-24', { authority: 'samr', parties: ['alibaba'], case: 'choose-one' }),
  told('InvestigationClosed', '2021-04-10', { authority: 'samr', parties: ['alibaba'], case: 'choose-one' }),
  told('OwnershipChanged', '2015-11-06', { owner: 'alibaba', owned: 'youku' }),
  told('OwnershipChanged', '2024-40', { owner: 'none', owned: 'youku' }),
  told('MarketImpactReported', '2021-07', {
    amount: { atLeast: '769000000000', currency: 'USD', approximate: true },
    about: 'US-listed Chinese shares',
    period: 'five months',
  }),
  told('StatementMade', '2021-09-28', { party: 'alibaba', about: 'WeChat Pay', gist: 'some of its apps take it' }),
  told('CoverageStated', '2021-10-23', { matter: 'interoperability', through: '2021-10-23' }),
  told('CoverageStated', '2021-10-23', { entity: 'alibaba', through: '2021-10-23' }),
  told('DevelopmentNoted', '2021-10-01', {
    effects: [
      { predicate: 'payment', subject: 'taobao', object: 'wechat-pay', value: 'expected', from: '2021-12' },
      { predicate: 'licence', subject: 'alipay', value: 'under review' },
      { predicate: 'market-value', subject: 'alibaba', value: usd('1.05'), from: '[2021..]' },
    ],
  }),
  told('DevelopmentNoted', '2021-10-02', { effects: [] }, { ref: 'noted' }),
];

const CHANGES: readonly object[] = [
  { source: { of: 'blocked', ...FULL_SOURCE } },
  {
    correction: {
      of: 'allowed',
      changes: { when: '2021-09-17', title: 'Links to Taobao open', note: 'The day is known now.' },
      reason: 'A later article names the day.',
      cause: 'new-information',
      sources: [SOURCE],
    },
  },
  {
    correction: {
      of: 'fine',
      changes: { details: { amount: { value: '18228000000', currency: 'CNY' }, basis: null } },
      reason: 'The fine was in yuan.',
    },
  },
  { retraction: { of: 'unknown amount', reason: 'It was another company.', cause: 'source-error' } },
  { retraction: { of: 'accepted', reason: 'Mixed up.', cause: 'recording-error' } },
  { retraction: { of: 'noted', reason: 'Nothing happened.' } },
  told('DevelopmentNoted', '2021-10-03', { effects: [] }, { replaces: 'noted' }),
  { reinstatement: { of: 'accepted', reason: 'It was right.' } },
  { correction: { of: 'ban', changes: { details: { effective: null } }, reason: 'It never took effect.' } },
  { retraction: { of: 'fine', reason: 'Quashed.' } },
  entity('company', 'alibaba', { name: 'Alibaba Group', names: { zh: '阿里巴巴' } }),
  { matter: { slug: 'fines', title: 'Fines and what became of them' } },
  { reinstatement: { of: 'fine', reason: 'It stands.', cause: 'new-information' } },
];

/** Dates by one another: stated, corrected, void for a time, and after what is retracted. */
const TIMED: readonly object[] = [
  told(
    'ComplianceAchieved',
    '[2021-10-01..2021-12-31]',
    { party: 'alibaba', directive: 'stop-blocking-links' },
    { ref: 'complied', timing: [{ after: 'allowed', atLeast: 'P6W', atMost: 'P70D' }] },
  ),
  told(
    'LinksUnblocked',
    '[2021-11-01..2022-01-31]',
    { from: 'taobao', to: ['wechat'] },
    { ref: 'answered', timing: [{ after: 'complied', atMost: 'P1W' }, { after: 'unknown amount' }] },
  ),
  told('LinksBlocked', '2021-11', { from: 'taobao', to: ['wechat'] }, { timing: [{ after: 'allowed' }] }),
  {
    correction: {
      of: 'complied',
      changes: { timing: [{ after: 'allowed', atLeast: 'P45D' }] },
      reason: 'It took longer.',
    },
  },
  { retraction: { of: 'complied', reason: 'Said too early.' } },
  { reinstatement: { of: 'complied', reason: 'It was so.' } },
];

export const STORY: readonly object[] = [
  { import: { dataset: 'golden' } },
  ...REGISTRY,
  ...DEVELOPMENTS,
  ...CHANGES,
  ...TIMED,
];
