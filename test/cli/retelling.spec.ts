import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { enterPressed } from '../../src/cli/enter.js';
import { factChangeText } from '../../src/cli/fact-change.text.js';
import { Registrations } from '../../src/cli/registrations.js';
import { correctionText } from '../../src/cli/story/correction.text.js';
import { whenText } from '../../src/cli/story/day.text.js';
import { distanceText } from '../../src/cli/story/distance.text.js';
import { factSentences, type NamedChange } from '../../src/cli/story/fact.text.js';
import { Names } from '../../src/cli/story/names.js';
import { dateText } from '../../src/words/day.text.js';

describe('words of a replay', () => {
  it('names a few that were registered, and counts many', () => {
    const registered = new Registrations();
    const add = (type: string, data: object) =>
      registered.add({ type, data, position: '1', recordedAt: '', stream: 's', revision: 0, actor: '', changes: [] });
    for (const name of ['A', 'B\u001b', 'C', 'D', 'E']) expect(add('EntityRegistered', { name })).toBe(true);
    add('MatterRevised', { title: 'M' });
    expect(add('LinksBlocked', {})).toBe(false);
    expect(registered.take()).toEqual(['5 entities registered: A; B\ufffd; C; D; E', '1 matter revised: M']);
    for (let number = 0; number < 1_200; number += 1) add('EntityRegistered', { name: 'A' });
    expect(registered.take()).toEqual(['1,200 entities registered']);
    expect(registered.take()).toEqual([]);
  });

  it.each([
    ['links:a:b', { values: ['x', 'y'] }, { values: ['x', null] }, 'links a → b: x or y → x or unrecorded'],
    ['owner:a', { certainty: 'unrecorded' as const }, { value: 'x' }, 'owner a: unrecorded → x'],
    [
      'penalty:a:304f83d1-fda9-5c16-b351-72885b9621df',
      { value: { value: '2000', currency: 'USD' } },
      { value: 'annulled' },
      'penalty a: 2,000 USD → annulled',
    ],
    [
      'links:a:b',
      { value: 'x', since: { earliest: '2021-01-01', latest: '2021-01-01' } },
      { value: 'x', since: { earliest: '0001-01-01', latest: '2020-01-01' } },
      'links a → b: x as before, but since 2020-01-01 or before rather than 2021-01-01',
    ],
    ['links:a:b', { value: 'x' }, { value: 'x' }, 'links a → b: x as before, on other grounds'],
    [
      'links:a:b',
      { value: 'x' },
      { value: 'x', contradiction: ['1'] },
      'links a → b: x → x (what was told of its dates is contradictory)',
    ],
  ])('what became of %s', (fact, before, after, text) => {
    const verdict = { certainty: 'definite' as const, because: [] };
    expect(factChangeText({ fact, before: { ...verdict, ...before }, after: { ...verdict, ...after } })).toBe(text);
  });

  it.each([
    ['/details/amount', 'Amount: 5 EUR; before, nothing'],
    ['/details/to', 'To: nothing; before, a and b'],
    ['/details/a~1b', 'A/b: true; before, {"x":1}'],
    ['/title', 'Title: “A title”; before, One'],
    ['/matter', 'Matter: nothing; before, m'],
  ])('what a correction changed at %s', (pointer, text) => {
    const before = { title: 'One', matter: 'm', details: { to: ['a', 'b'], 'a/b': { x: 1 } } };
    const after = { title: 'A title', details: { amount: { value: '5', currency: 'EUR' }, to: [], 'a/b': true } };
    expect(correctionText(pointer, before, after)).toBe(text);
  });

  it.each([
    ['2021-09-09', '9 September 2021'],
    ['2021-09', 'September 2021'],
    ['2017', '2017'],
    ['2014-10%', 'around October 2014 (uncertain)'],
    ['2024?', '2024 (uncertain)'],
    ['2021~', 'around 2021'],
    ['2021-33', 'between January and March 2021'],
    ['201X', 'between 2010 and 2019'],
    ['[2021..2022]', '2021 or 2022'],
    ['[2020-06-01..2020-07-31]', 'June or July 2020'],
    ['[2011-09-01..2013-12-31]', 'between September 2011 and December 2013'],
    ['[2021-09-11..2021-09-18]', 'between 11 and 18 September 2021'],
    ['[2021-09-11..2021-09-12]', '11 or 12 September 2021'],
    ['[2021-09-28..2021-10-31]', 'between 28 September and 31 October 2021'],
    ['[2020-12-30..2021-01-02]', 'between 30 December 2020 and 2 January 2021'],
    ['[..2021-09-28]', 'by 28 September 2021'],
    ['[..2018-02]', 'by the end of February 2018'],
    ['[..2023]', 'by the end of 2023'],
    ['[2021-10-01..9999-12-31]', '1 October 2021 or later'],
    ['a date of the year 3000', 'a date of the year 3000'],
  ])('when: %s', (when, text) => {
    expect(whenText(when)).toBe(text);
  });

  it.each([
    [{}, 'not before'],
    [{ atLeast: 'P2D', atMost: 'P9D' }, '2 to 9 days after'],
    [{ atLeast: 'P1D' }, 'at least 1 day after'],
    [{ atMost: 'P2W' }, 'at most 14 days after'],
    [{ atMost: 'P0D' }, 'on the same day as'],
    [{ atLeast: 'P1W', atMost: 'P7D' }, '7 days after'],
  ])('how long after another: %j', (timing, text) => {
    expect(distanceText({ after: 'a', ...timing })).toBe(text);
  });

  const verdict = { certainty: 'definite' as const, because: [] };
  const UNRECORDED = { certainty: 'unrecorded' as const, because: [] };
  const change = (
    predicate: string,
    subject: string,
    object: string,
    more: Partial<NamedChange> = {},
  ): NamedChange => ({
    predicate,
    subject,
    object,
    before: UNRECORDED,
    after: { ...verdict, value: 'blocked' },
    ...more,
  });
  const sentences = (...changes: readonly NamedChange[]): readonly string[] =>
    factSentences(changes, (slug) => slug.toUpperCase());

  it('facts that went the same way are told together', () => {
    expect(sentences(change('links', 'A', 'B'), change('links', 'A', 'C'), change('links', 'A', 'D'))).toEqual([
      'Links from A to B, C and D: blocked now, unrecorded before.',
    ]);
    const accepted = { after: { ...verdict, value: 'accepted' } };
    expect(sentences(change('payment', 'A', 'P', accepted), change('payment', 'B', 'P', accepted))).toEqual([
      'P at A and B: accepted now, unrecorded before.',
    ]);
    expect(sentences(change('links', 'A', 'B'), change('links', 'C', 'D'))).toEqual([
      'Links from A to B: blocked now, unrecorded before.',
      'Links from C to D: blocked now, unrecorded before.',
    ]);
  });

  it.each<[string, Partial<NamedChange>, string]>([
    ['owner', { after: { ...verdict, value: 'tencent' } }, 'The owner of A: TENCENT now, unrecorded before.'],
    ['owner', { after: { ...verdict, value: 'none' } }, 'The owner of A: nobody now, unrecorded before.'],
    [
      'penalty',
      { after: { ...verdict, value: 'annulled' }, before: { ...verdict, value: { value: '2000', currency: 'USD' } } },
      'The fine on A: annulled now, 2,000 USD before.',
    ],
    [
      'mood-swing',
      { after: { ...verdict, certainty: 'possible', values: ['high', 'low', null] } },
      'Mood swing of A: possibly high or low now, unrecorded before.',
    ],
    [
      'programme',
      {
        after: { ...verdict, value: 'active', since: { earliest: '2021-01-01', latest: '2021-12-31' } },
        before: { ...verdict, value: 'active', since: { earliest: '0001-01-01', latest: '2020-08-04' } },
      },
      'A: running as before, but since 2021 rather than by 4 August 2020.',
    ],
    [
      'programme',
      { after: { ...verdict, value: 'active' }, before: { ...verdict, value: 'active' } },
      'A: running as before, on other grounds.',
    ],
    [
      'programme',
      { after: { ...verdict, value: 'ended', contradiction: ['1'] }, before: { ...verdict, value: 'ended' } },
      'A: ended (its dates contradict one another) now, ended before.',
    ],
  ])('a fact of %s is told by what its values mean: %j', (predicate, more, text) => {
    expect(sentences(change(predicate, 'A', '', more))).toEqual([text]);
  });

  it.each([
    ['2021-09-09', '2021-09-09'],
    ['2014-10%', '2014-10'],
    ['[2021-09-11..2021-09-18]', '2021-09-11 to 2021-09-18'],
    ['201X', '2010-01-01 to 2019-12-31'],
    ['a date of the year 3000', 'a date of the year 3000'],
  ])('the date %s', (when, text) => {
    expect(dateText(when)).toBe(text);
  });
});

describe('names', () => {
  it('are asked for once, until a thing is given another; what has none goes by its slug', async () => {
    const asked: string[] = [];
    const names = new Names({
      entityAt: async (slug, position) => {
        asked.push(`${slug} ${position}`);
        return slug === 'nobody' ? undefined : `${slug.toUpperCase()} ${position}`;
      },
      matterAt: async (slug) => `The matter of ${slug}`,
      developmentAt: async () => undefined,
    });
    await names.learn(['a', 'a', 'nobody'], ['m'], 5);
    await names.learn(['a'], ['m'], 6);
    expect([names.entity('a'), names.entity('nobody'), names.matter('m')]).toEqual([
      'A 5',
      'nobody',
      'The matter of m',
    ]);
    names.forget('entity-a');
    names.forget('development-a');
    await names.learn(['a', 'nobody'], [], 7);
    expect(names.entity('a')).toBe('A 7');
    expect(asked).toEqual(['a 5', 'nobody 5', 'a 7']);
  });
});

describe('a terminal', () => {
  it('is waited for until Enter, and no more once it was closed', async () => {
    const terminal = new PassThrough();
    const first = enterPressed(terminal);
    terminal.write('\n');
    expect(await first).toBe(true);
    expect(terminal.isPaused()).toBe(true);
    const second = enterPressed(terminal);
    terminal.end();
    expect(await second).toBe(false);
  });
});
