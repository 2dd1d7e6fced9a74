import { describe, expect, test } from '@jest/globals';
import { toneOf, valueWords } from '../../web/words/fact-words.js';
import { wordsIn } from '../../web/words/words-in.js';

const NAMES = { isKnown: true, entities: new Map(), matters: new Map(), of: String, matter: String };
const said = (language: 'en' | 'zh', predicate: string, value: string): string =>
  valueWords(value, { predicate, subject: 'acme' }, wordsIn(language), NAMES);

describe('a value in words', () => {
  test.each([
    ['proceeding', 'pending', '未决'],
    ['storefront', 'open', '营业'],
    ['data-centre', 'in operation', '已启用'],
  ])('says of an open %s what that means there', (predicate, english, chinese) => {
    expect([said('en', predicate, 'open'), said('zh', predicate, 'open')]).toEqual([english, chinese]);
  });

  test('looks open where a way is open, and pending where something is undecided', () => {
    expect([toneOf('open', 'storefront'), toneOf('open', 'proceeding')]).toEqual(['open', 'pending']);
    expect([toneOf('closed', 'storefront'), toneOf('closed', 'proceeding')]).toEqual(['shut', 'plain']);
  });
});
