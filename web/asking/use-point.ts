import { useEffect, useState } from 'preact/hooks';
import { type Point, pinnedPosition } from '../place/place.js';
import { useWhereabouts } from '../place/use-place.js';
import { useAnswer, useAsking } from './use-answer.js';

/** A point as it is asked with, and what names it among answers. */
export interface AskedPoint {
  readonly at: Point;
  /** Undefined until it is known how much the log holds: what is asked before would have to be asked again. */
  readonly key: readonly unknown[] | undefined;
}

export function useAskedPoint({ asOf, knownAt }: Point): AskedPoint {
  const { head } = useAsking();
  const at = { ...(asOf && { asOf }), ...(knownAt && { knownAt }) };
  if (knownAt) return { at, key: [asOf, knownAt] };
  return { at, key: head === undefined ? undefined : [asOf, head] };
}

/** The point of the address. */
export const useHere = (): AskedPoint => useAskedPoint(useWhereabouts().place);

/** What a point resolves to. */
export interface Moment {
  readonly asOf: string;
  readonly position: number;
  readonly recordedAt: string | null;
  readonly prospective: boolean;
  /** Developments of which it was erased what they stated. */
  readonly erased: readonly string[];
}

export interface MomentLoaded {
  readonly moment?: Moment;
  readonly error?: unknown;
  readonly busy: boolean;
  again(): void;
}

export function useMoment(point: Point): MomentLoaded {
  const { at, key } = useAskedPoint(point);
  const { body, error, busy, again } = useAnswer(key && ['moment', ...key], async (service, signal) => {
    const { body } = await service.getState({ ...at, limit: 1 }, { signal });
    return {
      asOf: body.asOf,
      position: Number(body.knownAt.position),
      recordedAt: body.knownAt.recordedAt,
      prospective: body.prospective === true,
      erased: body.erased ?? [],
    };
  });
  return { ...(body && { moment: body }), error, busy, again };
}

/**
 * Where axes end: at the head of the log, or, where a link pinned less, there, so that it shows the same later on. Who
 * goes further sees further.
 */
export function useHorizon({ knownAt }: Point): string | undefined {
  const [horizon, setHorizon] = useState(knownAt);
  const [now, then] = [pinnedPosition({ knownAt }), pinnedPosition({ knownAt: horizon })];
  const isBeyond = then === undefined ? knownAt === undefined : now === undefined || now > then;
  useEffect(() => {
    if (isBeyond) setHorizon(undefined);
  }, [isBeyond]);
  return isBeyond ? undefined : horizon;
}
