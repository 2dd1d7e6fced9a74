import { describe, expect, it } from '@jest/globals';
import { LogUnavailable } from '../../../src/event-store/errors.js';
import { keepSubscribed, type Resubscribing } from '../../../src/event-store/kurrent/resubscribing.js';
import type { Followed } from '../../../src/event-store/kurrent/same-log.js';
import { type SubscriptionPage, subscribeOnce } from '../../../src/event-store/kurrent/subscription.js';
import { range } from './kurrent-case.js';
import { ASTRAY, pointOf, scriptedFeed, stopped, type Told, tooSlow, unavailable } from './scripted-feed.js';

const BACKOFF = { first: 100, longest: 5_000 };

interface Following extends Resubscribing {
  readonly gone?: Parameters<typeof scriptedFeed>[1];
}

/** Follows until all scripts were played, with a sleep that takes no time. */
async function followed(
  scripts: readonly (readonly Told[])[],
  from: Followed = {},
  { gone, ...options }: Following = {},
) {
  const { feed, began } = scriptedFeed(scripts, gone);
  const over = new AbortController();
  const slept: number[] = [];
  const pages: SubscriptionPage[] = [];
  const sleep = async (milliseconds: number): Promise<void> => {
    slept.push(milliseconds);
  };
  const onEnd = (): void => {
    if (began.length === scripts.length) over.abort();
  };
  for await (const page of keepSubscribed(feed, from, over.signal, { backoff: BACKOFF, sleep, onEnd, ...options })) {
    pages.push(page);
  }
  return { began, slept, pages, events: pages.flatMap(({ events }) => events.map(({ id }) => id)) };
}

describe('resubscribing', () => {
  it('waits twice as long after each failure, up to five seconds, and little again after progress', async () => {
    const failures = Array.from({ length: 8 }, () => [unavailable()]);
    const { slept } = await followed([...failures, ['caughtUp', unavailable()], [unavailable()]]);
    expect(slept.slice(0, 8)).toEqual([100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000]);
    expect(slept.slice(8)).toEqual([100, 200]);
  });

  it('comes at once for one that was too slow, and like any other for one that brings nothing', async () => {
    const { slept, began } = await followed([
      [{ event: 1 }, tooSlow()],
      [{ event: 2 }, tooSlow()],
      [tooSlow()],
      [tooSlow()],
    ]);
    expect(slept).toEqual([200, 400]);
    expect(began).toEqual([undefined, 1, 2, 2]);
  });

  it('begins after the last event or checkpoint that was taken, however the subscription ended', async () => {
    const { began, events } = await followed([
      [{ event: 3 }, { event: 5 }],
      [{ checkpoint: 9 }, unavailable()],
      [unavailable()],
      [{ event: 12 }, tooSlow()],
      [],
    ]);
    expect(began).toEqual([undefined, 5, 9, 9, 12]);
    expect(events).toEqual(['event-3', 'event-5', 'event-12']);
  });

  it.each(ASTRAY)('goes back to the last event where the server can not begin at a checkpoint: %s', async (astray) => {
    const rewound: unknown[] = [];
    const options = { onRewind: (to: unknown) => rewound.push(to), gone: new Map([[9, astray]]) };
    const { began } = await followed([[{ event: 3 }, { checkpoint: 9 }], [], []], {}, options);
    expect(began).toEqual([undefined, 3, 3]);
    expect(rewound).toEqual([pointOf(3)]);
  });

  it('begins at a checkpoint only where an event stands there still, the first time too', async () => {
    const event = { stream: 'a', revision: 3, id: 'event-3', point: pointOf(3) };
    const gone = new Map([[9, undefined]]);
    const { began } = await followed([[], [{ checkpoint: 11 }], []], { through: pointOf(9), event }, { gone });
    expect(began).toEqual([3, 3, 11]);
    expect((await followed([[]], { through: pointOf(9) }, { gone })).began).toEqual([undefined]);
  });

  it('takes a failure that says nothing of the log for nothing more', async () => {
    const rewound: unknown[] = [];
    const onRewind = (to: unknown) => rewound.push(to);
    const { began } = await followed([[{ event: 3 }, { checkpoint: 9 }], [stopped()], []], {}, { onRewind });
    expect(began).toEqual([undefined, 9, 9]);
    expect(rewound).toEqual([]);
  });

  it('gives up when asked to, after so many attempts without events or checkpoints', async () => {
    const progress: Told[][] = range(1, 5).map((at) => [{ checkpoint: at }, unavailable()]);
    const { began } = await followed(progress, {}, { attempts: 2 });
    expect(began).toHaveLength(5);
    const barren: Told[][] = [[{ event: 1 }, unavailable()], ['caughtUp'], [unavailable()], []];
    await expect(followed(barren, {}, { attempts: 2 })).rejects.toBeInstanceOf(LogUnavailable);
    await expect(followed([[], [], []], {}, { attempts: 3 })).rejects.toThrow('ended early');
  });
});

describe('a subscription', () => {
  it('is caught up also where events come right after it is', async () => {
    const { feed } = scriptedFeed([[{ event: 1 }, 'caughtUp', { event: 2 }, { checkpoint: 2 }]]);
    const pages: SubscriptionPage[] = [];
    for await (const page of subscribeOnce(feed, undefined, new AbortController().signal)) pages.push(page);
    expect(pages.some(({ caughtUp }) => caughtUp)).toBe(true);
    expect(pages.flatMap(({ events }) => events)).toHaveLength(2);
  });
});
