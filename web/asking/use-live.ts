import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { ServiceProblem } from '../../src/client/index.js';
import type { Service } from './service.js';

/** How the page hears of what is recorded. */
export interface Live {
  /** stream: at once. asked: every few seconds, where one may not read the log itself. lost: not at all, just now. */
  readonly how: 'beginning' | 'stream' | 'asked' | 'lost';
  /** The last position of the log, as far as it was heard of. */
  readonly head: number | undefined;
  /** Tells it of what was recorded from here. */
  hear(position: number): void;
}

/** Milliseconds in which what arrives together is taken together. */
const GATHER = 250;
const ASK_EVERY = 15_000;
const COME_BACK = 3_000;

/** Follows the log: by its event stream, or by asking how far it is. */
export function useLive(service: Service): Live {
  const [live, setLive] = useState<News>({ how: 'beginning', head: undefined });
  const isLookedAt = useLookedAt();
  useLayoutEffect(() => {
    if (!isLookedAt) return undefined;
    const gone = new AbortController();
    follow(service, gone.signal, (news) => setLive((before) => after(before, news)));
    return () => gone.abort();
  }, [service, isLookedAt]);
  const hear = useCallback((position: number) => setLive((before) => after(before, { head: position })), []);
  return { ...live, hear };
}

type News = Omit<Live, 'hear'>;

const after = (before: News, news: Partial<News>): News => ({
  how: news.how ?? before.how,
  head: Math.max(news.head ?? 0, before.head ?? 0),
});

/** Nobody looks at a hidden tab: a stream of its own would take one of the few connections that a browser has. */
function useLookedAt(): boolean {
  const [isLookedAt, setIsLookedAt] = useState(() => !document.hidden);
  useEffect(() => {
    const look = (): void => setIsLookedAt(!document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return isLookedAt;
}

async function follow(service: Service, signal: AbortSignal, tell: (news: Partial<News>) => void): Promise<void> {
  let mayStream = true;
  while (!signal.aborted) {
    try {
      const { body } = await service.getReadiness({}, { signal });
      if (!body.log) throw new Error('not ready');
      // Not told to be live before it is: whoever may not read the log is refused only now.
      tell({ ...(!mayStream && { how: 'asked' }), head: Number(body.log.position) });
      if (!mayStream) {
        await pause(ASK_EVERY);
        continue;
      }
      const told = gathered((reached) => tell({ head: reached }));
      const options = { signal, onOpen: () => tell({ how: 'stream' }) };
      for await (const { id } of service.streamEvents({ 'Last-Event-ID': body.log.position }, options))
        told(Number(id));
      tell({ how: 'beginning' });
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ServiceProblem && ['forbidden', 'unauthenticated'].includes(error.code) && mayStream) {
        mayStream = false;
        continue;
      }
      tell({ how: 'lost' });
    }
    await pause(COME_BACK);
  }
}

/** Tells only the last of what comes in quick succession. */
function gathered(tell: (head: number) => void): (head: number) => void {
  let last: number | undefined;
  return (head) => {
    if (last === undefined) {
      setTimeout(() => {
        if (last !== undefined) tell(last);
        last = undefined;
      }, GATHER);
    }
    last = head;
  };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
