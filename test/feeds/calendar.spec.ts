import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import type { Problem } from '../../src/http/problem.js';
import { changed, corrected, meeting, noted, recorded, registerCast } from '../cast.js';
import { type Client, start } from '../service.js';

const LAW = 'personal-information-law';
const TITLE = '个人信息保护法通过，自二〇二七年起施行；\r\nsecond line, with \\ and ; and 😀'.repeat(3);

/** Of an event what a calendar shows, and what it knows it by. */
interface Shown {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly start: string;
  /** Exclusive. */
  readonly end: string;
  readonly status: unknown;
  readonly sequence: number;
  readonly stamp: string;
  readonly allDay: boolean;
  readonly url: unknown;
}

let client: Client;
let law: string;
let announced: string;
const at = '&asOf=2026-12-01';
beforeAll(async () => {
  client = await start();
  await registerCast(client);
  const sources = [{ publisher: '新华社', title: '通过', url: 'https://example.com/法?a=1' }];
  const more = { matter: 'antitrust', title: TITLE, sources };
  const issued = (inForce: string) => ({ authority: 'miit', instrument: LAW, subjects: ['data'], inForce });
  ({ id: law } = await recorded(client, {
    kind: 'InstrumentIssued',
    when: '2021-08-20',
    details: issued('2027-01'),
    ...more,
  }));
  const accepted = { predicate: 'payment', subject: 'youku', object: 'wechat-pay', value: 'accepted' };
  ({ id: announced } = await recorded(
    client,
    noted('2021', [
      { ...accepted, from: '2027-03-01' },
      { predicate: 'ready', subject: 'youku', value: 'yes', from: '[2027-05..]' },
      { predicate: 'since-long', subject: 'youku', value: 'yes', from: '2019' },
    ]),
  ));
  await recorded(client, meeting('2999-12-31', { title: 'A meeting that is planned' }));
  await recorded(client, meeting('2021-09-09', { title: 'A meeting that was' }));
});
afterAll(() => client.close());

async function eventsAt(query = ''): Promise<readonly Shown[]> {
  const { status, text } = await client.get(`/v1/calendar.ics?${query.replace(/^&/, '')}`);
  if (status !== 200) throw new Error(text);
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component, { strictExceptions: true });
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      start: String(event.startDate),
      end: String(event.endDate),
      status: component.getFirstPropertyValue('status'),
      sequence: event.sequence,
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      allDay: event.startDate.isDate && event.endDate.isDate,
      url: component.getFirstPropertyValue('url'),
    };
  });
}

describe('GET /v1/calendar.ics', () => {
  it('shows days named in details, and days of what had not come when it was recorded, in their order', async () => {
    const events = await eventsAt(at);
    expect(events.map(({ start, end, status }) => [start, end, status])).toEqual([
      ['2027-01-01', '2027-02-01', 'TENTATIVE'],
      ['2027-03-01', '2027-03-02', 'CONFIRMED'],
      ['2027-05-01', '2027-05-02', 'TENTATIVE'],
      ['2999-12-31', '3000-01-01', 'CONFIRMED'],
    ]);
    expect(events.every(({ allDay }) => allDay)).toBe(true);
  });

  it('says of a range that the day is possible, and of what has no end that it is that day or later', async () => {
    const [range, exact, open] = await eventsAt(at);
    expect(range?.summary).toMatch(/^Possible day: In force – 个人/);
    expect(range?.description).toContain('On one day, not known which: 2027-01-01 to 2027-01-31 (written 2027-01).');
    expect(exact?.summary).toBe('payment of youku and wechat-pay: accepted – Something is noted');
    expect(exact?.description).toMatch(/^On 2027-03-01\.\nFrom then on, payment of youku and wechat-pay: accepted\.\n/);
    expect(open?.description).toContain('2027-05-01 or later');
  });

  it('keeps text of any writing, in lines of at most 75 octets that end in CRLF', async () => {
    const { text } = await client.get(`/v1/calendar.ics?${at}`);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = text.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\ufffd');
    const [event] = await eventsAt(at);
    expect(event?.summary).toBe(`Possible day: In force – ${TITLE.replace(/\s+/g, ' ')}`);
    expect(event?.description).toContain('Source: 新华社');
    expect(event?.url).toBe('https://example.com/%E6%B3%95?a=1');
  });

  it('changes an event when its day is corrected, and cancels it when that is retracted', async () => {
    const before = (await eventsAt(`${at}&entity=youku`))[0];
    const details = {
      effects: [
        { predicate: 'payment', subject: 'youku', object: 'wechat-pay', value: 'accepted', from: '2027-04-01' },
      ],
    };
    const { recordedAt } = await corrected(client, announced, { details });
    const [after, ...others] = await eventsAt(`${at}&entity=youku`);
    expect(others).toEqual([]);
    expect([after?.uid, after?.sequence, after?.start]).toEqual([before?.uid, 1, '2027-04-01']);
    expect(after?.stamp).toBe(`${recordedAt.slice(0, 19)}Z`);
    await changed(client, announced, 'retraction', { reason: 'It was a rumour.' });
    const [gone] = await eventsAt(`${at}&entity=youku`);
    expect(gone).toMatchObject({ uid: before?.uid, status: 'CANCELLED', sequence: 2, start: '2027-04-01' });
    expect(gone?.summary).toMatch(/^Retracted: /);
  });

  it('narrows a day when another development does, and says when that was recorded', async () => {
    const inForce = async () => (await eventsAt(`${at}&matter=antitrust`)).find(({ uid }) => uid.includes('-inForce@'));
    const before = await inForce();
    const { id } = await recorded(client, meeting('2027-01-20', { title: 'A meeting that is planned, too' }));
    await corrected(client, law, { when: '[2027-01-02..2027-01-31]', timing: [{ after: id }] });
    expect(await inForce()).toMatchObject({
      uid: before?.uid,
      start: '2027-01-20',
      end: '2027-02-01',
      sequence: 1,
    });
    const { recordedAt } = await corrected(client, id, { when: '2027-01-25' });
    expect(await inForce()).toMatchObject({
      start: '2027-01-25',
      sequence: 1,
      stamp: `${recordedAt.slice(0, 19)}Z`,
    });
  });

  it('keeps what has just come for thirty days, and is to be had from and to a day', async () => {
    const starts = async (query: string) => (await eventsAt(query)).map(({ start }) => start);
    expect(await starts('kind=GuidanceMeetingHeld&asOf=3000-01-30')).toEqual(['2999-12-31']);
    expect(await starts('kind=GuidanceMeetingHeld&asOf=3000-01-31')).toEqual([]);
    expect(await starts('kind=DevelopmentNoted&from=2027-04-02')).toEqual([]);
    expect(await starts('kind=DevelopmentNoted&from=2027-04-01&to=2027-04-01')).toEqual(['2027-04-01']);
    expect(await starts('kind=DevelopmentNoted&from=2027-01-01&to=2027-03-31')).toEqual([]);
  });

  it('is a calendar where no day lies ahead, too', async () => {
    const { status, text, headers } = await client.get('/v1/calendar.ics?entity=baidu');
    const calendar = new ICAL.Component(ICAL.parse(text));
    expect([status, calendar.getFirstPropertyValue('version')]).toEqual([200, '2.0']);
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone']);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  });

  it('is the same to the byte at the same coordinates, and not sent again to who has it', async () => {
    const path = `/v1/calendar.ics?asOf=2026-12-01&knownAt=position:${await client.head()}`;
    const first = await client.get(path);
    await recorded(client, noted('2021', [{ predicate: 'late', subject: 'baidu', value: 'yes', from: '2027-06-01' }]));
    const again = await client.get(path);
    expect([again.text, again.headers.get('etag')]).toEqual([first.text, first.headers.get('etag')]);
    expect(first.headers.get('cache-control')).toBe('private, max-age=3600, must-revalidate');
    expect((await client.get(path, { 'if-none-match': String(first.headers.get('etag')) })).status).toBe(304);
    expect((await eventsAt('entity=baidu')).length).toBe(1);
  });

  it.each([
    ['limit=1', 'invalid-parameter'],
    ['from=2027-02-01&to=2027-01-01', 'invalid-parameter'],
    ['asOf=2027', 'invalid-coordinate'],
  ])('is refused with a problem for ?%s', async (query, code) => {
    expect((await client.get<Problem>(`/v1/calendar.ics?${query}`)).body.code).toBe(code);
  });
});
