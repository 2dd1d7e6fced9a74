import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDay, MAX_DAY, MIN_DAY, parseDay } from '../../src/time/day.js';
import { closeOpenEnd, EdtfError, parseEdtf } from '../../src/time/edtf.js';

const LAST = '9999-12-31';

/** Text, earliest day, latest day. */
const ACCEPTED: readonly (readonly [text: string, earliest: string, latest: string])[] = [
  ['2021', '2021-01-01', '2021-12-31'],
  ['0001', '0001-01-01', '0001-12-31'],
  ['9999', '9999-01-01', LAST],
  ['2021-09', '2021-09-01', '2021-09-30'],
  ['2021-12', '2021-12-01', '2021-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['1900-02', '1900-02-01', '1900-02-28'],
  ['2021-09-09', '2021-09-09', '2021-09-09'],
  ['2024-02-29', '2024-02-29', '2024-02-29'],
  ['0001-01-01', '0001-01-01', '0001-01-01'],
  [LAST, LAST, LAST],

  ['201X', '2010-01-01', '2019-12-31'],
  ['20XX', '2000-01-01', '2099-12-31'],
  ['2XXX', '2000-01-01', '2999-12-31'],
  ['XXXX', '0001-01-01', LAST],
  ['000X', '0001-01-01', '0009-12-31'],
  ['0XXX', '0001-01-01', '0999-12-31'],
  ['2021-XX', '2021-01-01', '2021-12-31'],
  ['2021-0X', '2021-01-01', '2021-09-30'],
  ['2021-1X', '2021-10-01', '2021-12-31'],
  ['201X-XX', '2010-01-01', '2019-12-31'],
  ['XXXX-XX', '0001-01-01', LAST],
  ['2021-XX-XX', '2021-01-01', '2021-12-31'],
  ['2021-0X-XX', '2021-01-01', '2021-09-30'],
  ['2021-1X-XX', '2021-10-01', '2021-12-31'],
  ['201X-XX-XX', '2010-01-01', '2019-12-31'],
  ['XXXX-XX-XX', '0001-01-01', LAST],
  ['2021-09-XX', '2021-09-01', '2021-09-30'],
  ['2021-02-XX', '2021-02-01', '2021-02-28'],
  ['2021-09-0X', '2021-09-01', '2021-09-09'],
  ['2021-09-1X', '2021-09-10', '2021-09-19'],
  ['2021-02-2X', '2021-02-20', '2021-02-28'],
  ['2024-02-2X', '2024-02-20', '2024-02-29'],
  ['2021-09-3X', '2021-09-30', '2021-09-30'],
  ['2021-10-3X', '2021-10-30', '2021-10-31'],

  ['2021-33', '2021-01-01', '2021-03-31'],
  ['2021-34', '2021-04-01', '2021-06-30'],
  ['2021-35', '2021-07-01', '2021-09-30'],
  ['2021-36', '2021-10-01', '2021-12-31'],
  ['2021-40', '2021-01-01', '2021-06-30'],
  ['2021-41', '2021-07-01', '2021-12-31'],

  ['2021~', '2021-01-01', '2021-12-31'],
  ['2021-09?', '2021-09-01', '2021-09-30'],
  ['2021-09-09%', '2021-09-09', '2021-09-09'],
  ['201X~', '2010-01-01', '2019-12-31'],
  ['2021-09-XX?', '2021-09-01', '2021-09-30'],
  ['2021-36%', '2021-10-01', '2021-12-31'],
  ['2021-41~', '2021-07-01', '2021-12-31'],

  ['[2021..2022]', '2021-01-01', '2022-12-31'],
  ['[2021..2021]', '2021-01-01', '2021-12-31'],
  ['[2021-09..2021-10]', '2021-09-01', '2021-10-31'],
  ['[2021-09..2021-09]', '2021-09-01', '2021-09-30'],
  ['[2021-09-09..2021-09-12]', '2021-09-09', '2021-09-12'],
  ['[2021-09-09..2021-09-09]', '2021-09-09', '2021-09-09'],
  ['[..2021]', '0001-01-01', '2021-12-31'],
  ['[..2021-09]', '0001-01-01', '2021-09-30'],
  ['[..2021-09-09]', '0001-01-01', '2021-09-09'],
  ['[2021..]', '2021-01-01', LAST],
  ['[2021-09..]', '2021-09-01', LAST],
  ['[2021-09-09..]', '2021-09-09', LAST],
];

/** Text, and the part of the message that names what it is or says what to write. */
const REFUSED: readonly (readonly [text: string, ...fragments: string[]])[] = [
  ['', 'is empty', 'write a day, month or year such as "2021-09-09"'],
  ['unknown', 'is not a date', 'write a day, month or year'],
  ['2021-', 'is not a date'],
  ['2021-X', 'is not a date'],

  ['2021/2022', 'is an interval', 'write "[2021..2022]"'],
  ['2021-09/2021-10', 'is an interval', 'write "[2021-09..2021-10]"'],
  ['2021-09/2022-01-05', 'is an interval', 'write "[2021-09-01..2022-01-05]"'],
  ['2021~/2022?', 'is an interval', 'write "[2021-01-01..2022-12-31]"'],
  ['2021-09/..', 'is an interval', 'write "[2021-09..]"'],
  ['2021-09/', 'is an interval', 'write "[2021-09..]"'],
  ['../2021-09', 'is an interval', 'write "[..2021-09]"'],
  ['/2021-09', 'is an interval', 'write "[..2021-09]"'],
  ['../..', 'is an interval', 'write something like'],
  ['2022/2021', 'is an interval', 'write something like'],

  ['2021-21', 'is a season', 'write "[2021-03..2021-05]"'],
  ['2021-22', 'is a season', 'write "[2021-06..2021-08]"'],
  ['2021-23', 'is a season', 'write "[2021-09..2021-11]"'],
  ['2021-24', 'is a season', 'write "[2021-12..2022-02]"'],
  ['9999-24', 'is a season', 'write something like "[9999-12..9999-12]"'],
  ['2021-22~', 'is a season', 'write "[2021-06..2021-08]"'],
  ['2021-25', 'is a season', 'write "[2021-03..2021-05]"'],
  ['2021-29', 'is a season', 'write "[2021-09..2021-11]"'],
  ['2021-32', 'is a season', 'write "[2021-06..2021-08]"'],
  ['2021-37', 'is a third of a year', 'write "[2021-01..2021-04]"'],
  ['2021-39', 'is a third of a year', 'write "[2021-09..2021-12]"'],

  ['2021-09-09T10:00:00Z', 'has a time of day', 'write "2021-09-09"'],
  ['2021-09-09T10:00:00+08:00', 'has a time of day', 'write "2021-09-09"'],
  ['2021-09-09T10', 'has a time of day', 'write "2021-09-09"'],
  ['2021-09-09 10:00', 'has a time of day', 'write "2021-09-09"'],
  ['20210909T100000Z', 'has a time of day', 'write "2021-09-09"'],
  ['2021-02-30T10:00:00Z', 'has a time of day', 'write something like "2021-09-09"'],
  ['2021-09-09Z', 'or a zone', 'write "2021-09-09"'],

  ['{2021,2022}', 'is a list of dates', 'one development for each', 'write "[2021-01-01..2022-12-31]"'],
  ['{2021..2023}', 'is a list of dates', 'write "[2021-01-01..2023-12-31]"'],
  ['{}', 'is a list of dates', 'write something like'],
  ['[2021,2022]', 'is a list of possible dates', 'write "[2021-01-01..2022-12-31]"'],
  ['[2021-09-12,2021-09-09]', 'is a list of possible dates', 'write "[2021-09-09..2021-09-12]"'],
  ['[2021,2023..2024]', 'is a list of possible dates', 'write "[2021-01-01..2024-12-31]"'],

  ['[2021-09]', 'is a set with one member', 'write "2021-09"'],
  ['[201X]', 'is a set with one member', 'write "201X"'],
  ['[]', 'is a set with one member', 'write something like "2021-09"'],
  ['[..]', 'is a set open at both ends', '"XXXX"'],
  ['[2022..2021]', 'ends before it begins', 'write "[2021..2022]"'],
  ['[2021..2021-03]', 'both years, both months or both days', 'write "[2021-01-01..2021-03-31]"'],
  ['[2021-09-01..2021-10]', 'both years, both months or both days', 'write "[2021-09-01..2021-10-31]"'],
  ['[2021-09-09..12]', 'in full', 'write something like'],
  ['[201X..2021]', 'both years, both months or both days', 'write "[2010-01-01..2021-12-31]"'],
  ['[..201X]', 'both years, both months or both days', 'write "[..2019-12-31]"'],
  ['[2021-33..2021-34]', 'both years, both months or both days', 'write "[2021-01-01..2021-06-30]"'],
  ['[2021-36..]', 'both years, both months or both days', 'write "[2021-10-01..]"'],
  ['[2021-02-30..2021-03-01]', 'has the end "2021-02-30"', '2021-02 has 28 days'],
  ['[0000..2021]', 'has the end "0000"', 'years go from 0001'],
  ['[2021~..2022]', 'qualifier in or on a set', 'write "[2021..2022]"'],
  ['[2021..2022]?', 'qualifier in or on a set', 'write "[2021..2022]"'],
  ['[2021..2022', 'is not a set', 'write something like'],
  ['[2021..2022..2023]', 'is not a set', 'write something like'],
  ['2021..2022', 'without its brackets', 'write "[2021..2022]"'],
  ['2021-09-XX..', 'without its brackets', 'write "[2021-09-01..]"'],

  ['-0044', 'is a negative year', 'years have four digits, 0001 to 9999'],
  ['-0044-03-15', 'is a negative year'],
  ['Y-12345', 'is a negative year'],
  ['Y12345', 'is a long year', 'years have four digits, 0001 to 9999'],
  ['12345', 'is a long year'],
  ['12345-01-01', 'is a long year'],
  ['Y2021', 'has a sign or letter before the year', 'write "2021"'],
  ['+2021-09-09', 'has a sign or letter before the year', 'write "2021-09-09"'],
  ['0000', 'is in the year 0000', 'write "0001" or later'],
  ['0000-01-01', 'is in the year 0000'],
  ['Y17E7', 'is a year with an exponent'],
  ['1950S2', 'significant digits', 'write "19XX"'],
  ['Y1950S3', 'significant digits', 'write "195X"'],
  ['201', 'a century or decade cut short', 'write "201X"'],
  ['20', 'a century or decade cut short', 'write "20XX"'],

  ['2021-02-30', 'a day that does not exist', '2021-02 has 28 days', 'write "2021-02"'],
  ['2100-02-29', 'a day that does not exist', '2100-02 has 28 days'],
  ['2021-09-00', 'a day that does not exist', 'write "2021-09"'],
  ['2021-02-3X', 'a day that does not exist', 'write "2021-02"'],
  ['2021-09-4X', 'a day that does not exist', 'write "2021-09"'],
  ['2021-13', 'a month that does not exist', 'write "2021"'],
  ['2021-00', 'a month that does not exist', 'write "2021"'],
  ['2021-42', 'a month that does not exist', 'quarters 33 to 36'],
  ['2021-13-01', 'a month that does not exist', 'write "2021"'],
  ['2021-2X', 'a month that does not exist', 'write "2021"'],
  ['2021-3X', 'a month that does not exist', 'write "2021"'],
  ['2021-33-01', 'these without a day', 'write "2021-33"'],

  ['2021-9-9', 'two digits for the month', 'write "2021-09-09"'],
  ['2021-9', 'two digits for the month', 'write "2021-09"'],
  ['2021-9~', 'two digits for the month', 'write "2021-09~"'],
  ['2021/09/09', 'is not written with hyphens', 'write "2021-09-09"'],
  ['09/10/2021', 'does not begin with the year'],
  ['20210909', 'is in the basic format', 'write "2021-09-09"'],
  ['202109', 'is in the basic format', 'write "2021-09"'],
  ['2021-W36', 'is a week', 'write "[2021-09-06..2021-09-12]"'],
  ['2020-W53', 'is a week', 'write "[2020-12-28..2021-01-03]"'],
  ['2021-W53', 'is a week', 'write something like'],
  ['9999-W52', 'is a week', 'write "[9999-12-27..9999-12-31]"'],
  ['2021-W36-4', 'is a week date', 'write "2021-09-09"'],
  ['2021W364', 'is a week date', 'write "2021-09-09"'],
  ['2021-250', 'is an ordinal date', 'write "2021-09-07"'],
  ['2021250', 'is an ordinal date', 'write "2021-09-07"'],
  ['2021-366', 'is an ordinal date', 'write something like'],

  ['201x', 'needs a capital X', 'write "201X"'],
  ['2021-09-xx', 'needs a capital X', 'write "2021-09-XX"'],
  ['199u', 'needs a capital X', 'write "199X"'],
  ['2021-XX-15', 'X may only stand at the end', 'write "2021-XX-XX"'],
  ['20X1', 'X may only stand at the end', 'write "20XX"'],
  ['201X-09', 'X may only stand at the end', 'write "201X-XX"'],
  ['2021-X1', 'X may only stand at the end', 'write "2021-XX"'],
  ['2021-xx-15', 'needs a capital X', 'X may only stand at the end', 'write "2021-XX-XX"'],

  [' 2021-09-09', 'contains white space', 'write "2021-09-09"'],
  ['2021-09-09\n', 'contains white space', 'write "2021-09-09"'],
  ['2021 / 2022', 'contains white space', 'is an interval', 'write "[2021..2022]"'],
  [' ', 'contains white space', 'is empty'],
  ['２０２１', 'outside ASCII', 'write "2021"'],
  ['2021–09', 'outside ASCII', 'write "2021-09"'],

  ['~2021', 'a qualifier out of place', 'write "2021~"'],
  ['2021?-09', 'a qualifier out of place', 'write "2021-09?"'],
  ['2021-~09-09', 'a qualifier out of place', 'write "2021-09-09~"'],
  ['2021~?', 'a qualifier out of place', 'write "2021%"'],
  ['2021-09-??', 'a qualifier out of place', 'write "2021-09-XX"'],
  ['~2021-9', 'a qualifier out of place', 'write "2021-09"'],
];

function messageFor(text: string): string {
  try {
    parseEdtf(text);
  } catch (error) {
    if (error instanceof EdtfError) return error.message;
    throw error;
  }
  throw new Error(`${text} was accepted`);
}

describe('a date', () => {
  it.each(ACCEPTED)('%s is a day from %s to %s', (text, earliest, latest) => {
    const range = parseEdtf(text);
    expect([formatDay(range.earliest), formatDay(range.latest)]).toEqual([earliest, latest]);
  });

  it('with unknown digits is bounded by the days whose text matches it', () => {
    for (const year of ['2021', '2024', '1900', '2000']) {
      const { earliest, latest } = parseEdtf(year);
      const days = Array.from({ length: latest - earliest + 1 }, (_, index) => formatDay(earliest + index));
      const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
      const patterns = months.flatMap((month) => ['0X', '1X', '2X', '3X', 'XX'].map((digits) => `${month}-${digits}`));
      for (const pattern of [...patterns, `${year}-0X-XX`, `${year}-1X-XX`, `${year}-XX-XX`]) {
        const matching = days.filter((day) => new RegExp(`^${pattern.replaceAll('X', '.')}$`).test(day));
        if (matching.length === 0) {
          expect(messageFor(pattern)).toContain('does not exist');
        } else {
          const range = { earliest: parseDay(matching[0] ?? ''), latest: parseDay(matching.at(-1) ?? '') };
          expect({ pattern, ...parseEdtf(pattern) }).toEqual({ pattern, ...range });
        }
      }
    }
  });

  it('has the same bounds with a qualifier as without', () => {
    for (const [text] of ACCEPTED.filter(([text]) => /^[\dX-]+$/.test(text))) {
      for (const qualifier of '~?%') expect(parseEdtf(text + qualifier)).toEqual(parseEdtf(text));
    }
  });

  it('that is one day is read as that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: MIN_DAY, max: MAX_DAY }), (day) => {
        expect(parseEdtf(formatDay(day))).toEqual({ earliest: day, latest: day });
      }),
    );
  });
});

describe('a text that is not an accepted date', () => {
  it.each(REFUSED)('%j is refused: it %s', (text, ...fragments) => {
    const message = messageFor(text);
    expect(message.startsWith(`${JSON.stringify(text)} `)).toBe(true);
    for (const fragment of fragments) expect(message).toContain(fragment);
  });

  it('is refused with a proposal that would be accepted', () => {
    for (const [text] of REFUSED) {
      const proposals = [...messageFor(text).matchAll(/(?:write|like|or) "([^"]*)"/g)];
      for (const [, proposal = ''] of proposals) expect(() => parseEdtf(proposal)).not.toThrow();
    }
  });

  it('is refused with an EdtfError, whatever it is, and accepted with ends in order', () => {
    const pieces = fc.constantFrom(...'0123456789XxTWSEYZu-−–/.[]{},~?% :+', '..', '2021', '-09', '-XX', '[', '..]');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 14 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (each) => {
        try {
          const { earliest, latest } = parseEdtf(each);
          expect(MIN_DAY <= earliest && earliest <= latest && latest <= MAX_DAY).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(EdtfError);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('is quoted in the message only as far as a date could go', () => {
    expect(messageFor('[2021,'.repeat(10_000)).length).toBeLessThan(300);
  });
});

const accepted = fc.oneof(
  fc.constantFrom(...ACCEPTED.map(([text]) => text)),
  fc
    .tuple(fc.integer({ min: MIN_DAY, max: MAX_DAY }), fc.constantFrom(4, 7, 10))
    .map(([day, precision]) => `[${formatDay(day).slice(0, precision)}..]`),
);

describe('closing an open late end', () => {
  const recordDay = parseDay('2026-11-21') ?? 0;

  it.each([
    ['[2021..]', false, '[2021-01-01..2026-11-21]'],
    ['[2021-09..]', false, '[2021-09-01..2026-11-21]'],
    ['[2021-09-09..]', false, '[2021-09-09..2026-11-21]'],
    ['[2026-11-21..]', false, '[2026-11-21..2026-11-21]'],
    ['[2026..]', false, '[2026-01-01..2026-11-21]'],
    ['[2026-11-22..]', false, '[2026-11-22..9999-12-31]'],
    ['[2027..]', false, '[2027-01-01..9999-12-31]'],
    ['[2021-09..]', true, '[2021-09-01..9999-12-31]'],
    ['[2027..]', true, '[2027-01-01..9999-12-31]'],
  ])('%s (expected: %s), recorded on 2026-11-21, is stored as %s', (text, expected, stored) => {
    expect(closeOpenEnd(text, recordDay, expected)).toBe(stored);
  });

  it('leaves every other date as it was written', () => {
    for (const [text] of ACCEPTED.filter(([text]) => !text.endsWith('..]'))) {
      for (const expected of [true, false]) expect(closeOpenEnd(text, recordDay, expected)).toBe(text);
    }
  });

  it('gives a date that is accepted, begins on the same day and is closed', () => {
    fc.assert(
      fc.property(accepted, fc.integer({ min: MIN_DAY, max: MAX_DAY }), fc.boolean(), (text, day, expected) => {
        const stored = closeOpenEnd(text, day, expected);
        expect(parseEdtf(stored).earliest).toBe(parseEdtf(text).earliest);
        expect(parseEdtf(stored).latest).toBeLessThanOrEqual(parseEdtf(text).latest);
        expect(closeOpenEnd(stored, day + 1, !expected)).toBe(stored);
      }),
    );
  });

  it.each(['[..]', '[2021-13..]', '[201X..]'])('refuses %s as parsing does', (text) => {
    expect(() => closeOpenEnd(text, recordDay, false)).toThrow(new EdtfError(messageFor(text)));
  });
});

/** As much of the `edtf` package, which has no types, as is asked here; its ends are instants in milliseconds. */
interface EdtfPackage {
  readonly default: (text: string) => { readonly min: number; readonly max: number };
}

describe('the edtf package', () => {
  /** What it leaves out of ISO 8601-2, level 1 and 2: qualifiers beside an X, a quarter or semester; 3X in a month of 30. */
  const beyondIt = /X.*[~?%]$|-(?:3[3-6]|4[01])[~?%]$|-(?:04|06|09|11)-3X$/;
  /** Its bounds are wrong for sets, and it has a year 0000. */
  const differs = /^\[|^[0X]{4}/;

  it('accepts what is accepted, and agrees on the bounds', async () => {
    const { default: edtf }: EdtfPackage = await import(import.meta.resolve('edtf'));
    const common = ACCEPTED.filter(([text]) => !beyondIt.test(text));
    expect(common.length).toBeGreaterThan(50);
    for (const [text] of common) {
      const theirs = edtf(text);
      if (differs.test(text)) continue;
      const days = { earliest: Math.floor(theirs.min / 86_400_000), latest: Math.floor(theirs.max / 86_400_000) };
      expect({ text, ...parseEdtf(text) }).toEqual({ text, ...days });
    }
  });

  it('still refuses the forms excepted here', async () => {
    const { default: edtf }: EdtfPackage = await import(import.meta.resolve('edtf'));
    const excepted = ACCEPTED.filter(([text]) => beyondIt.test(text));
    for (const [text] of excepted) expect(() => edtf(text)).toThrow();
  });
});
