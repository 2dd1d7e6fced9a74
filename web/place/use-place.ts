import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import { type Place, readPlace, writePlace } from './place.js';

type Change = Partial<Place>;

export interface Whereabouts {
  readonly place: Place;
  /** Goes elsewhere; back leads here again, unless it replaces (while a slider is dragged, say). */
  go(change: Change, how?: 'replace'): void;
  /** The address of a change, for links. */
  href(change: Change): string;
}

export const WhereaboutsContext = createContext<Whereabouts>({
  place: { view: 'matrix' },
  go: () => {},
  href: () => '',
});

export const useWhereabouts = (): Whereabouts => useContext(WhereaboutsContext);

/** A form is left by going anywhere else. */
const changed = (place: Place, change: Change): Place => ({ ...place, form: undefined, ...change });

/** The place that the address bar names. */
export function usePlace(): Whereabouts {
  const [place, setPlace] = useState(() => readPlace(location.search));
  useEffect(() => {
    const follow = (): void => setPlace(readPlace(location.search));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const href = useCallback((change: Change) => `/${writePlace(changed(place, change))}`, [place]);
  const go = useCallback((change: Change, how?: 'replace') => {
    // What the address says, not what was last drawn: changes may come faster than drawings.
    const query = writePlace(changed(readPlace(location.search), change));
    if (query === location.search) return;
    history[how === 'replace' ? 'replaceState' : 'pushState'](null, '', `/${query}`);
    setPlace(readPlace(query));
  }, []);
  return { place, go, href };
}
