import type { Development } from '../asking/answers.js';
import { usePages } from '../asking/use-pages.js';
import { useHere } from '../asking/use-point.js';
import { useWhereabouts } from '../place/use-place.js';
import { useAxis } from '../time/axis.js';
import { AROUND, around, isReversed, type Window } from './spans.js';

/** Developments of a page: more than anybody looks at one by one. */
const PAGE = 500;

interface Page {
  readonly items: readonly Development[];
  readonly next: string | null;
}

/**
 * The developments of the place. Where there are too many to be shown and nobody chose a window, those around the day
 * that is asked about.
 */
export function useTimeline() {
  const { place } = useWhereabouts();
  const { at, key } = useHere();
  const { day } = useAxis();
  const { matter, entity, since, until } = place;
  const filter = { ...at, ...(matter && { matter }), ...(entity && { entity }), limit: PAGE };
  const useWindow = (window: Window | undefined) =>
    usePages<Development, Page>(
      window && key && ['timeline', matter, entity, window, ...key],
      async (service, cursor, signal) => {
        const span = { ...(window?.since && { from: window.since }), ...(window?.until && { to: window.until }) };
        const { body } = await service.getTimeline(
          { ...filter, ...span, ...(cursor && { cursor }) },
          signal && { signal },
        );
        return { items: body.developments, next: body.next };
      },
    );
  const isBackwards = isReversed({ since, until });
  const asked = useWindow(isBackwards ? undefined : { since, until });
  const isTooLong = since === undefined && until === undefined && asked.hasMore && day !== undefined;
  const narrowed = isTooLong ? around(day, AROUND.month) : undefined;
  const near = useWindow(narrowed);
  return narrowed
    ? { ...near, window: narrowed, isAround: true, isBackwards }
    : { ...asked, window: { since, until }, isAround: false, isBackwards };
}
