import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { phraseOf, termsOf } from '../../projections/terms.js';

describe('terms', () => {
  it.each([
    ['Apple’s App Store, 2021', ['apple', 's', 'app', 'store', '2021']],
    ['Die Größe der Straße; ÉTÉ', ['die', 'grosse', 'der', 'strasse', 'ete']],
    ['Ｆｕｌｌ ｗｉｄｔｈ', ['full', 'width']],
    ['İstanbul, ıssız, Łódź, Ærø', ['istanbul', 'issiz', 'lodz', 'aero']],
    ['ΟΔΟΣ', ['οδοσ']],
    ['हिन्दी', ['हिन्दी']],
    ['', []],
    ['🙂 — "()*', []],
  ])('are words in lower case and without diacritics: %s', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  it.each([
    ['微信支付', ['微信', '信支', '支付', '付']],
    ['微', ['微']],
    ['用WeChat支付。', ['用', 'wechat', '支付', '付']],
    ['微信、支付', ['微信', '信', '支付', '付']],
    ['コーヒー', ['コー', 'ーヒ', 'ヒー', 'ー']],
    ['𠀀𠀁', ['𠀀𠀁', '𠀁']],
  ])('are overlapping pairs of characters where no spaces are written: %s', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  it('are the same however a letter is encoded', () => {
    expect(termsOf('Zu\u0308rich')).toEqual(termsOf('Z\u00fcrich'));
    expect(termsOf('か\u3099')).toEqual(termsOf('が'));
  });

  it('hold nothing that a language of searches could take for its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const term of termsOf(text)) expect(term).toMatch(/^[\p{L}\p{N}\p{M}\ud800-\udfff]+$/u);
      }),
    );
  });
});

describe('a phrase', () => {
  it.each([
    ['block', { terms: ['block'], open: true }],
    ['us', { terms: ['us'], open: false }],
    ['2021', { terms: ['2021'], open: false }],
    ['jd.com', { terms: ['jd', 'com'], open: true }],
    ['微信', { terms: ['微信'], open: false }],
    ['微', { terms: ['微'], open: true }],
    ['微信 支', { terms: ['微信', '信', '支'], open: true }],
    ['WeChat支付', { terms: ['wechat', '支付'], open: false }],
  ])('ends with the beginning of a word, or any character: %s', (text, phrase) => {
    expect(phraseOf(text, false)).toEqual(phrase);
  });

  it('ends with the word itself where that is asked for', () => {
    expect(phraseOf('link block', true)).toEqual({ terms: ['link', 'block'], open: false });
    expect(phraseOf('微', true)).toEqual({ terms: ['微'], open: true });
  });

  it('is none where there is nothing to look for', () => {
    expect(phraseOf('🙂 *', false)).toBeUndefined();
  });
});
