import { createContext } from 'preact';
import { useCallback, useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Service } from './service.js';

/** What is asked with, and how much the log held when it was last heard of. */
export interface Asking {
  readonly service: Service;
  /** Changes when something was recorded; answers about everything known are then asked for again. */
  readonly head: number | undefined;
  /** Tells of what was recorded from here. */
  hear(position: number): void;
}

export const AskingContext = createContext<Asking | undefined>(undefined);

export function useAsking(): Asking {
  const asking = useContext(AskingContext);
  if (!asking) throw new Error('nothing to ask with');
  return asking;
}

export interface Loaded<Body> {
  /** The last answer; while another one is awaited, still the one before, so that nothing jumps. */
  readonly body?: Body;
  readonly error?: unknown;
  readonly busy: boolean;
  again(): void;
}

const MOST_KEPT = 300;
const kept = new Map<string, unknown>();

function keep(key: string, body: unknown): void {
  kept.set(key, body);
  if (kept.size > MOST_KEPT) {
    for (const oldest of kept.keys()) {
      kept.delete(oldest);
      break;
    }
  }
}

/**
 * What a question is answered with. Only the last question counts: one that is overtaken is given up.
 * @param question names what is asked, coordinates and all; undefined asks nothing
 */
export function useAnswer<Body>(
  question: readonly unknown[] | undefined,
  ask: (service: Service, signal: AbortSignal) => Promise<Body>,
): Loaded<Body> {
  const { service } = useAsking();
  const key = question && JSON.stringify(question);
  const [state, setState] = useState<{ readonly key?: string; readonly body?: Body; readonly error?: unknown }>({});
  const [attempt, setAttempt] = useState(0);
  const asked = useRef(ask);
  asked.current = ask;
  // Before the page is painted: what is asked a frame sooner is answered a frame sooner.
  useLayoutEffect(() => {
    if (key === undefined) return;
    if (kept.has(key)) {
      setState({ key, body: kept.get(key) as Body });
      return;
    }
    const gone = new AbortController();
    asked.current(service, gone.signal).then(
      (body) => {
        if (gone.signal.aborted) return;
        keep(key, body);
        setState({ key, body });
      },
      (error) => {
        if (!gone.signal.aborted) setState(({ body }) => ({ key, body, error }));
      },
    );
    return () => gone.abort();
  }, [key, service, attempt]);
  const again = useCallback(() => {
    setState(({ body }) => ({ body }));
    setAttempt((before) => before + 1);
  }, []);
  if (key === undefined) return { busy: false, again };
  const current = state.key !== key && kept.has(key) ? { key, body: kept.get(key) as Body } : state;
  return { ...current, busy: current.key !== key, again };
}
