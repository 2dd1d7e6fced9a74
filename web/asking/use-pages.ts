import { useState } from 'preact/hooks';
import type { Service } from './service.js';
import { type Loaded, useAnswer, useAsking } from './use-answer.js';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface Paged<Item, First> extends Loaded<First> {
  readonly items: readonly Item[];
  /** Whether there is more than was asked for yet. */
  readonly hasMore: boolean;
  readonly isAskingMore: boolean;
  /** Why the next page did not come, until it is asked for again. */
  readonly moreError?: unknown;
  more(): void;
}

/** A list that comes in pages: the first at once, further ones when somebody wants them. */
export function usePages<Item, First extends Page<Item>>(
  question: readonly unknown[] | undefined,
  ask: (service: Service, cursor: string | undefined, signal?: AbortSignal) => Promise<First>,
): Paged<Item, First> {
  const { service } = useAsking();
  const first = useAnswer(question, (asked, signal) => ask(asked, undefined, signal));
  const [further, setFurther] = useState<{ readonly of: First; readonly pages: readonly Page<Item>[] }>();
  const [isAskingMore, setIsAskingMore] = useState(false);
  const [failed, setFailed] = useState<{ readonly of: First; readonly error: unknown }>();
  const pages = first.body ? [first.body, ...(further?.of === first.body ? further.pages : [])] : [];
  const next = pages[pages.length - 1]?.next ?? null;
  const more = (): void => {
    const { body } = first;
    if (!body || next === null || isAskingMore) return;
    setIsAskingMore(true);
    setFailed(undefined);
    ask(service, next)
      .then((page) => setFurther({ of: body, pages: [...pages.slice(1), page] }))
      .catch((error: unknown) => setFailed({ of: body, error }))
      .finally(() => setIsAskingMore(false));
  };
  return {
    ...first,
    items: pages.flatMap(({ items }) => items),
    hasMore: next !== null,
    isAskingMore,
    ...(failed && failed.of === first.body && { moreError: failed.error }),
    more,
  };
}
