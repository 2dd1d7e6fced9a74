import { useEffect } from 'preact/hooks';
import { useNames } from '../asking/use-names.js';
import type { Moment } from '../asking/use-point.js';
import { useWhereabouts } from '../place/use-place.js';
import { factName, questionOf } from '../words/fact-words.js';
import { useWords } from '../words/words.js';

/** The title says what the page shows, so that tabs and bookmarks can be told apart. */
export function useTitle(moment: Moment | undefined): void {
  const words = useWords();
  const names = useNames();
  const { place } = useWhereabouts();
  const what = place.fact ? questionOf(factName(place.fact), words, names) : words.say(`view.${place.view}`);
  const day = moment && words.dates.shortDay(moment.asOf);
  useEffect(() => {
    document.title = [what, day, words.say('name')].filter((part) => part !== undefined).join(' · ');
  }, [what, day, words]);
}
