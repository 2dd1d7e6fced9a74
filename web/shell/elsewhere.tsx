import { useEffect } from 'preact/hooks';
import type { Moment } from '../asking/use-point.js';
import type { Place } from '../place/place.js';
import { useWhereabouts } from '../place/use-place.js';
import { useWords } from '../words/words.js';

/** The addresses under which programs get what a place shows. */
interface Addresses {
  readonly atom: string;
  readonly calendar: string;
  readonly timeline: string;
  readonly state: string;
}

/**
 * Feeds go on with what is recorded later, so they take the filter alone; tables are of the day, and of what was known.
 * @param asOf the day that is shown, where the place names none
 */
function addressesOf({ matter, entity, q, since, until, knownAt, ...place }: Place, asOf?: string): Addresses {
  const filter = { matter, entity };
  const span = { from: since, to: until };
  const search = place.view === 'search' ? { q } : {};
  return {
    atom: address('timeline.atom', { ...filter, ...search, ...span }),
    calendar: address('calendar.ics', { ...filter, ...span }),
    timeline: address('timeline.csv', { ...filter, ...search, ...span, knownAt }),
    state: address('state.csv', { ...filter, asOf: place.asOf ?? asOf, knownAt }),
  };
}

function address(path: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).filter((each): each is [string, string] => each[1] !== undefined);
  const query = new URLSearchParams(given).toString().replaceAll('%3A', ':');
  return `/v1/${path}${query === '' ? '' : `?${query}`}`;
}

/** The same for feed readers, calendars and spreadsheets. */
export function Elsewhere({ moment }: { readonly moment: Moment | undefined }) {
  const { say } = useWords();
  const { place } = useWhereabouts();
  const { atom, calendar, timeline, state } = addressesOf(place, moment?.asOf);
  useAlternate('application/atom+xml', atom);
  useAlternate('text/calendar', calendar);
  const links = [
    ['elsewhere.atom', atom],
    ['elsewhere.calendar', calendar],
    ['elsewhere.timeline', timeline],
    ['elsewhere.state', state],
  ] as const;
  return (
    <nav class="elsewhere" aria-label={say('elsewhere')}>
      <span aria-hidden="true">{say('elsewhere')}</span>
      <ul>
        {links.map(([name, href]) => (
          <li key={name}>
            <a href={href}>{say(name)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Tells browsers and feed readers of another form of what the page shows. */
function useAlternate(type: string, href: string): void {
  useEffect(() => {
    const link = document.createElement('link');
    link.rel = 'alternate';
    link.type = type;
    link.href = href;
    document.head.append(link);
    return () => link.remove();
  }, [type, href]);
}
