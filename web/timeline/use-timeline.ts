import type { Development } from '../asking/answers.js';
import { usePages } from '../asking/use-pages.js';
import { useHere } from '../asking/use-point.js';
import { useWhereabouts } from '../place/use-place.js';
import { useAxis } from '../time/axis.js';
import { dayText } from '../time/days.js';

/** Developments of a page: more than anybody looks at one by one. */
const PAGE = 500;
/** Days before and after the day asked about that are shown of a timeline too long to be shown whole. */
const AROUND = 15;

interface Page {
  readonly items: readonly Development[];
  readonly next: string | null;
}

export interface Window {
  readonly since?: string;
  readonly until?: string;
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
  const asked = useWindow({ since, until });
  const isTooLong = since === undefined && until === undefined && asked.hasMore && day !== undefined;
  const around = isTooLong ? { since: dayText(day - AROUND), until: dayText(day + AROUND) } : undefined;
  const near = useWindow(around);
  return around ? { ...near, window: around, isAround: true } : { ...asked, window: { since, until }, isAround: false };
}
