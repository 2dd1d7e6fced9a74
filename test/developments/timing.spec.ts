import { describe, expect, it } from '@jest/globals';
import { checkTimingLimits, timingErrors, timingOf, writtenTiming } from '../../src/developments/timing.js';
import type { JsonObject } from '../../src/event-store/canonical.js';

const after = 'a-development';

describe('a timing', () => {
  it.each([
    [{ after }, 0, null],
    [{ after, atLeast: 'P2D' }, 2, null],
    [{ after, atMost: 'P0D' }, 0, 0],
    [{ after, atLeast: 'P1W', atMost: 'P1W' }, 7, 7],
  ])('%j lies between %i and %s days', (written, atLeast, atMost) => {
    expect(timingErrors([written], '')).toEqual([]);
    expect(timingOf(written)).toEqual({ after, atLeast, atMost });
    expect(timingOf(writtenTiming(timingOf(written)))).toEqual({ after, atLeast, atMost });
  });

  it('is written without what goes without saying', () => {
    expect(writtenTiming({ after, atLeast: 0, atMost: null })).toEqual({ after });
    expect(writtenTiming({ after, atLeast: 1, atMost: 9 })).toEqual({ after, atLeast: 'P1D', atMost: 'P9D' });
  });

  it('is refused where it is not of whole days, or no day lies between its bounds, pointing at which', () => {
    const timing: JsonObject[] = [
      { after },
      { after, atLeast: 'P1M', atMost: 'x' },
      { after, atLeast: 'P2W', atMost: 'P13D' },
    ];
    expect(timingErrors(timing, '/changes')).toEqual([
      { pointer: '/changes/timing/1/atLeast', detail: expect.stringContaining('"P1M"') },
      { pointer: '/changes/timing/1/atMost', detail: expect.stringContaining('"x"') },
      { pointer: '/changes/timing/2/atMost', detail: expect.stringContaining('shorter than atLeast (P2W)') },
    ]);
  });
});

describe('the limits of timings', () => {
  it('are 32 of one development and 500 dates that hang together', () => {
    expect(() => checkTimingLimits(32, 500)).not.toThrow();
    expect(() => checkTimingLimits(33, 34)).toThrow(expect.objectContaining({ code: 'timing-limit' }));
    expect(() => checkTimingLimits(1, 501)).toThrow(expect.objectContaining({ code: 'timing-limit' }));
  });
});
