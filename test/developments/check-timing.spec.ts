import { describe, expect, it } from '@jest/globals';
import { checkTiming } from '../../src/developments/check-timing.js';
import type { DevelopmentState } from '../../src/developments/events.js';
import { Refusal } from '../../src/refusal.js';
import { retracted, told, writingOver } from './bound-developments.js';

type Developments = Readonly<Record<string, DevelopmentState>>;

/** The code that the development is refused with beside others; `ok` if it fits. */
const codeOf = async (state: DevelopmentState, others: Developments, before?: DevelopmentState): Promise<string> =>
  (await refusalOf(state, others, before))?.code ?? 'ok';

async function refusalOf(
  state: DevelopmentState,
  others: Developments,
  before?: DevelopmentState,
): Promise<Refusal | undefined> {
  try {
    await checkTiming(writingOver(others), 'it', state, before);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

describe('timings that leave a world', () => {
  it.each([
    ['2021-09-10', '2021-09-09', {}, 'ok'],
    ['2021-09-09', '2021-09-09', {}, 'ok'],
    ['2021-09-08', '2021-09-09', {}, 'contradictory-timing'],
    ['2021-09', '2021-09-30', {}, 'ok'],
    ['2021-09', '2021-09-30', { atLeast: 'P1D' }, 'contradictory-timing'],
    ['2021-09-16', '2021-09-09', { atLeast: 'P1W' }, 'ok'],
    ['2021-09-15', '2021-09-09', { atLeast: 'P1W' }, 'contradictory-timing'],
    ['2021-09-18', '2021-09-09', { atLeast: 'P2D', atMost: 'P9D' }, 'ok'],
    ['2021-09-19', '2021-09-09', { atLeast: 'P2D', atMost: 'P9D' }, 'contradictory-timing'],
    ['2021', '[..2020]', { atMost: 'P1D' }, 'ok'],
  ])('%s after %s, %j: %s', async (when, prior, bounds, expected) => {
    expect(await codeOf(told(when, [{ after: 'prior', ...bounds }]), { prior: told(prior) })).toBe(expected);
  });

  it('are looked for among all that hangs together, also against those timed after', async () => {
    const others = {
      first: told('2021-09'),
      // Pulls the first up to the 20th.
      witness: told('2021-09-22', [{ after: 'first', atMost: 'P2D' }]),
    };
    expect(await codeOf(told('2021-09-20', [{ after: 'first' }]), others)).toBe('ok');
    expect(await codeOf(told('2021-09-19', [{ after: 'first' }]), others)).toBe('contradictory-timing');
  });

  it('are not asked for by what is retracted, nor by what hangs only on that', async () => {
    const others = {
      gone: retracted(told('2021-09-09')),
      later: told('2021-09-01', [{ after: 'gone' }]),
      early: told('2020', [{ after: 'it' }]),
    };
    expect(await codeOf(told('2021-09-01', [{ after: 'gone' }]), { gone: others.gone, later: others.later })).toBe(
      'ok',
    );
    expect(await codeOf(told('2021-09-01'), { early: retracted(others.early) })).toBe('ok');
    expect(await codeOf(told('2021-09-01'), { early: others.early })).toBe('contradictory-timing');
  });

  it('include that effects begin no earlier than they are ordered', async () => {
    const ban = told('2020-08', [], { kind: 'BanOrdered', details: { services: [], effective: '2020-08-10' } });
    const order = (atLeast: string) => told('2020-08-05', [{ after: 'ban', atLeast }]);
    expect(await codeOf(order('P0D'), { ban })).toBe('ok');
    const late = told('2020-08-20', [{ after: 'ban', atMost: 'P9D' }]);
    expect(await codeOf(late, { ban })).toBe('contradictory-timing');
  });

  it.each([
    ['2021-04', '2021-03-31', 'contradictory-timing'],
    ['2021-04', '2021-04-01', 'ok'],
    ['[2021-04-01..2021-04-30]', '[2021-03-01..2021-04-01]', 'ok'],
    ['2021-05-02', '2021-05-01', 'contradictory-timing'],
    ['2021-05-01', '2021-05-01', 'ok'],
    ['[..2021]', '2001', 'ok'],
  ])('include that a fine of %s is not changed before it, on %s: %s', async (imposed, changed, expected) => {
    const fine = told(imposed, [], { kind: 'FineImposed' });
    const change = { kind: 'FineChanged', details: { fine: 'fine' } };
    expect(await codeOf(told(changed, [], change), { fine })).toBe(expected);
    const its = told(changed, [], { ...change, details: { fine: 'it' } });
    expect(await codeOf(fine, { its })).toBe(expected);
    expect(await codeOf(fine, { its: retracted(its) })).toBe('ok');
  });
});

describe('rings', () => {
  it('are refused even where all of it may be one day', async () => {
    const others = {
      a: told('2021', [{ after: 'it' }], { title: 'First' }),
      b: told('2021', [{ after: 'a' }], { title: 'Second' }),
    };
    const refusal = await refusalOf(told('2021', [{ after: 'b' }], { title: 'Third' }), others);
    expect(refusal?.code).toBe('contradictory-timing');
    expect(refusal?.message).toBe(
      '"Third" is after "Second", which is after "First", which is after "Third": that goes round in a ring, and none of them can be the first.',
    );
    expect(refusal?.extra.developments).toEqual(['it', 'b', 'a']);
  });

  it('that go by way of something retracted are none', async () => {
    const others = { a: retracted(told('2021', [{ after: 'it' }])) };
    expect(await codeOf(told('2021', [{ after: 'a' }]), others)).toBe('ok');
  });
});

describe('a refusal', () => {
  it('names the chain in words, from the day that can not be to the one that says so', async () => {
    const others = {
      directive: told('2021-09-09', [], { title: 'The order' }),
      commitment: told('2021-09', [{ after: 'directive', atMost: 'P5D' }], { title: "Alibaba's commitment" }),
    };
    const refusal = await refusalOf(
      told('2021-09-28', [{ after: 'commitment', atMost: 'P13D' }], { title: 'WeChat Pay accepted' }),
      others,
    );
    expect(refusal?.message).toBe(
      '"WeChat Pay accepted" on 2021-09-28 is at most 13 days after "Alibaba\'s commitment", which is at most 5 days ' +
        'after "The order", which is on 2021-09-09, so "WeChat Pay accepted" would be on 2021-09-27 at the latest.',
    );
    expect([...((refusal?.extra.developments as string[]) ?? [])].sort()).toEqual(['commitment', 'directive', 'it']);
  });

  it('names own dates after their fields', async () => {
    const ban = {
      kind: 'BanOrdered',
      title: 'The ban',
      details: { services: [], effective: '[2020-09-01..2020-09-05]' },
    };
    const prior = told('2020-09-04', [], { title: 'A vote' });
    const refusal = await refusalOf(told('2020-09', [{ after: 'prior', atLeast: 'P2D' }], ban), { prior });
    expect(refusal?.message).toBe(
      '"A vote" on 2020-09-04 is at least 2 days before "The ban", which is not after the effective date of ' +
        '"The ban", which is on 2020-09-05 at the latest, so "A vote" would be on 2020-09-03 at the latest.',
    );
  });
});

/** Developments in a row, each timed after the one before it: d0, d1 … */
const chain = (length: number): Developments =>
  Object.fromEntries(
    Array.from({ length }, (_, index) => [`d${index}`, told('2021', index === 0 ? [] : [{ after: `d${index - 1}` }])]),
  );

describe('limits', () => {
  it('let 500 dates hang together, and no more', async () => {
    expect(await codeOf(told('2021', [{ after: 'd498' }]), chain(499))).toBe('ok');
    expect(await codeOf(told('2021', [{ after: 'd499' }]), chain(500))).toBe('timing-limit');
  });

  it('count dates, also those that a correction adds to developments that hang together already', async () => {
    const before = told('2021', [{ after: 'd498' }], { kind: 'BanOrdered', details: { services: [] } });
    const dated = told('2021', [{ after: 'd498' }], {
      kind: 'BanOrdered',
      details: { services: [], effective: '2021-12' },
    });
    expect(await codeOf(dated, chain(499), before)).toBe('timing-limit');
    expect(await codeOf(before, chain(499), dated)).toBe('ok');
  });

  it('hold for what is reinstated, by way of which others come to hang together', async () => {
    const timedAfter = (count: number): Developments =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`d${index}`, told('2021', [{ after: 'it' }])]));
    expect(await codeOf(told('2021'), timedAfter(499))).toBe('ok');
    expect(await codeOf(told('2021'), timedAfter(500))).toBe('timing-limit');
  });

  it('let no change connect two groups beyond them, nor a group that is too large grow', async () => {
    const more = Object.fromEntries(
      Object.entries(chain(300)).map(([id, { version, ...state }]) => [
        `x${id}`,
        {
          ...state,
          version: { ...version, timing: version.timing?.map(({ after }) => ({ after: `x${after}` })) ?? [] },
        },
      ]),
    );
    const before = told('2021', [{ after: 'd299' }]);
    const both = told('2021', [{ after: 'd299' }, { after: 'xd299' }]);
    expect(await codeOf(both, { ...chain(300), ...more }, before)).toBe('timing-limit');
    expect(await codeOf(before, { ...chain(300), ...more }, both)).toBe('ok');
    const large = told('2021', [{ after: 'd499' }]);
    const larger = told('2021', [{ after: 'd499' }, { after: 'xd0' }]);
    expect(await codeOf(larger, { ...chain(500), xd0: told('2020') }, large)).toBe('timing-limit');
  });

  it('do not keep a group that is too large from being set right', async () => {
    const before = told('2021', [{ after: 'd499' }]);
    expect(await codeOf(told('2021-06', [{ after: 'd499' }]), chain(500), before)).toBe('ok');
    expect(await codeOf(told('2021-06'), chain(500), before)).toBe('ok');
  });
});

describe('what it costs', () => {
  it('a correction that leaves all dates as they are asks nothing', async () => {
    const before = told('2021', [{ after: 'prior' }]);
    const writing = writingOver({ prior: told('2020') }, false);
    await checkTiming(writing, 'it', { ...before, version: { ...before.version, title: 'B' } }, before);
    expect(writing.reads()).toBe(0);
  });

  it('nothing is decided on views that are behind', async () => {
    const writing = writingOver({ prior: told('2020') }, false);
    await expect(checkTiming(writing, 'it', told('2021', [{ after: 'prior' }]))).rejects.toMatchObject({
      code: 'views-behind',
    });
  });

  it('each development that hangs together is read once', async () => {
    const writing = writingOver(chain(100));
    await checkTiming(writing, 'it', told('2021', [{ after: 'd99' }]));
    expect(writing.reads()).toBe(100);
  });
});
