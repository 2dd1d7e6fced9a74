import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseRate, RateLimiter } from '../../src/access/rate-limit.js';

describe('a rate', () => {
  it.each([
    ['100', 100, 60],
    ['10/s', 10, 1],
    ['600/min', 600, 60],
    ['5000/h', 5_000, 3_600],
  ])('%s is %i requests in %i seconds', (text, requests, seconds) => {
    expect(parseRate(text)).toEqual({ requests, seconds });
  });

  it.each(['0', '-1', '1.5', '10/day', 'many', '', '100 ', '10000000/s'])('%j is none', (text) => {
    expect(() => parseRate(text)).toThrow(/10\/s/);
  });
});

describe('the limiter', () => {
  it('never allows more in any span than the rate at once and then evenly', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), pauses, (requests, gaps) => {
        let now = 1_000_000;
        const limiter = new RateLimiter({ requests, seconds: 10 }, () => now);
        const allowed: number[] = [];
        for (const gap of gaps) {
          now += gap;
          if (limiter.count('a').allowed) allowed.push(now);
        }
        for (const [first, from] of allowed.entries()) {
          for (const [index, to] of allowed.slice(first).entries()) {
            expect(index + 1).toBeLessThanOrEqual(requests + ((to - from) * requests) / 10_000 + 1e-6);
          }
        }
      }),
    );
  });

  it('allows the next once the seconds have passed that it names, and says truly how many may follow', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.array(fc.integer({ min: 0, max: 900 })), (requests, gaps) => {
        let now = 5;
        const limiter = new RateLimiter({ requests, seconds: 10 }, () => now);
        let left = requests;
        for (const gap of gaps) {
          now += gap;
          const counted = limiter.count('a');
          expect(counted.allowed || gap < 10_000 / requests).toBe(true);
          if (gap === 0) expect(counted.left).toBe(Math.max(0, left - 1));
          left = counted.left;
        }
        for (;;) {
          const { allowed, retryAfter } = limiter.count('a');
          if (allowed) continue;
          now += retryAfter * 1_000;
          expect(limiter.count('a').allowed).toBe(true);
          return;
        }
      }),
    );
  });

  it('remembers a bounded number of senders, and of those the ones who are held back longest', () => {
    let now = 0;
    const limiter = new RateLimiter({ requests: 2, seconds: 10 }, () => now, 100);
    for (let n = 0; n < 10_000; n++) limiter.count(`stranger ${n}`);
    expect(limiter.size).toBeLessThanOrEqual(100);
    limiter.count('a');
    limiter.count('a');
    for (let n = 0; n < 20; n++) limiter.count(`other ${n}`);
    expect(limiter.count('a').allowed).toBe(false);
    now += 10_000;
    for (let n = 0; n < 101; n++) limiter.count(`later ${n}`);
    expect(limiter.size).toBeLessThanOrEqual(101);
  });
});
