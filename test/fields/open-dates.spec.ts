import { describe, expect, it } from '@jest/globals';
import { closeOpenDates, Edtf, Nested, Text } from '../../src/fields/index.js';
import { parseDay } from '../../src/time/day.js';

class Span {
  @Edtf({ expected: true, optional: true }) from?: string;
}

class Story {
  @Edtf() when!: string;
  @Text({ max: 50, optional: true }) note?: string;
  @Nested(() => Span, { array: true, optional: true }) spans?: Span[];
}

const RECORDED = parseDay('2026-11-21') ?? Number.NaN;

describe('closing the open late ends of dates', () => {
  it('closes one on the record day, and an expected one at the end of the calendar, however deep', () => {
    expect(
      closeOpenDates(Story, { when: '[2021-09..]', spans: [{ from: '[2021..]' }, { from: '2022' }, {}] }, RECORDED),
    ).toEqual({
      when: '[2021-09-01..2026-11-21]',
      spans: [{ from: '[2021-01-01..9999-12-31]' }, { from: '2022' }, {}],
    });
  });

  it('closes one that begins after the record day at the end of the calendar', () => {
    expect(closeOpenDates(Story, { when: '[2030..]' }, RECORDED).when).toBe('[2030-01-01..9999-12-31]');
  });

  it('leaves texts that only look like dates', () => {
    const story = { when: '2021', note: '[2021..]' };
    expect(closeOpenDates(Story, story, RECORDED)).toEqual(story);
  });

  it('leaves the value it was given', () => {
    const story = { when: '[2021..]' };
    closeOpenDates(Story, story, RECORDED);
    expect(story).toEqual({ when: '[2021..]' });
  });
});
