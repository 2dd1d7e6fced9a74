import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { WhyAnswer } from '../../src/state/why/why.query.js';
import type { Schemas } from '../../web/asking/answers.js';
import { reasonsFor } from '../../web/why/reason-words.js';
import { factName } from '../../web/words/fact-words.js';
import { wordsIn } from '../../web/words/words-in.js';
import { type Client, start } from '../service.js';

const DAYS = ['2010-12-31', '2012-06-01', '2020-08-10', '2021-04-15', '2021-09-15', '2021-09-18', '2024-06-01'];
const SAID = { entities: new Map(), matters: new Map(), isKnown: true };

describe('the reasons that the page makes of the members of an answer', () => {
  let client: Client;
  const whys: Schemas['Why'][] = [];
  beforeAll(async () => {
    client = await start({ sample: true });
    const { body } = await client.get<Schemas['State']>('/v1/state?asOf=2026-01-01&limit=1000');
    for (const { fact } of body.facts) {
      for (const day of DAYS) {
        const why = await client.get<WhyAnswer & Schemas['Why']>(`/v1/facts/${fact}/why?asOf=${day}`);
        whys.push(why.body);
      }
    }
  });
  afterAll(() => client.close());

  const reasonsIn = (language: 'en' | 'zh', why: Schemas['Why']) => {
    const words = wordsIn(language);
    const named = (slug: string): string => (language === 'zh' ? '某' : slug);
    const names = { ...SAID, of: named, matter: named };
    return reasonsFor(factName(why.fact), why.asOf, words, names);
  };

  test('say in English what the service says, for every fact of the sample', () => {
    expect(whys.length).toBeGreaterThan(200);
    for (const why of whys) {
      const { ofAssertion, ofVerdict } = reasonsIn('en', why);
      // How sure it is they say in words of their own.
      const [said, given] = [ofVerdict(why, why.assertions.length > 0), written(why.reason)].map((reason) =>
        plain(reason.replace(/^.*?(: by |can have happened by )/, 'by ')),
      );
      expect(said).toBe(given);
      for (const assertion of why.assertions) {
        expect(plain(ofAssertion(assertion))).toBe(plain(written(assertion.reason)));
      }
    }
  });

  test('are whole in Chinese: no word of the other language, and no place left open', () => {
    for (const why of whys) {
      const { ofAssertion, ofVerdict } = reasonsIn('zh', why);
      const said = [ofVerdict(why, why.assertions.length > 0), ...why.assertions.map(ofAssertion)];
      for (const reason of said) {
        expect(reason).toMatch(/^[\u3000-\u9fff].*。$/);
        expect(reason).not.toMatch(/[a-z{}]/);
      }
    }
  });

  test('of the whole answer tell apart what is sure, what depends on days, and what nobody wrote down', () => {
    const at = (day: string): string => {
      const why = whys.find(({ fact, asOf }) => fact === 'links:wechat:taobao' && asOf === day) as Schemas['Why'];
      return reasonsIn('en', why).ofVerdict(why, why.assertions.length > 0);
    };
    expect(at('2021-09-15')).toBe(
      'Not all days are known exactly: by 15 September 2021, links had last been allowed, or last been blocked.',
    );
    expect(at('2010-12-31')).toBe('Nothing that is recorded of it can have happened by 31 December 2010.');
    expect(at('2024-06-01')).toBe('Whatever the exact days were: by 1 June 2024, links had been allowed.');
  });
});

/** With its days written as the page writes them. */
const written = (reason: string): string =>
  reason
    .replaceAll(/\d{4}-\d\d-\d\d/g, (day) => wordsIn('en').dates.day(day))
    .replaceAll('storefront', 'shop')
    .replaceAll(/([\d,]+) USD/g, 'USD$1');

const plain = (text: string): string => text.toLowerCase().replaceAll(/[“”"]|\.$|\u00a0/g, '');
