import { useEffect } from 'preact/hooks';
import type { Moment } from '../asking/use-point.js';
import { useWhereabouts } from '../place/use-place.js';
import { factName, questionOf } from '../words/fact-words.js';
import type { Names } from '../words/names.js';
import { useWords } from '../words/words.js';

/**
 * The title says what the page shows, so that tabs, bookmarks and the history can be told apart: by names, never by slugs
 * that stand for names which are still to come.
 * @param development the title of the one that is shown, once it is known
 */
export function useTitle(moment: Moment | undefined, names: Names, development: string | undefined): void {
  const words = useWords();
  const { place } = useWhereabouts();
  const { fact, matter, entity, view, q } = place;
  const whatView = view === 'search' && q ? words.say('search.title', { q }) : words.say(`view.${view}`);
  const who = names.isKnown
    ? [entity !== undefined && names.of(entity), matter !== undefined && names.matter(matter)].filter(Boolean)
    : [];
  const asked = fact !== undefined && names.isKnown ? questionOf(factName(fact), words, names) : undefined;
  const what = place.development === undefined ? asked : development;
  const form = place.form && words.say(`form.${place.form}`);
  const day = moment && words.dates.shortDay(moment.asOf);
  const title = [
    form,
    what ?? (form ? undefined : [whatView, ...who].join(' · ')),
    form ? undefined : day,
    words.say('name'),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
