import { Icon } from '../parts/icons.js';
import { unusableIn } from '../place/place.js';
import { useWhereabouts } from '../place/use-place.js';
import { useWords } from '../words/words.js';

const SAID = { asOf: 'unusable.day', view: 'unusable.view' } as const;
const isSaid = (name: string): name is keyof typeof SAID => Object.hasOwn(SAID, name);

/** Says of what a link names that it is no day and no view, and what is shown instead; until one goes elsewhere. */
export function Unusable() {
  const { say } = useWords();
  // Drawn again whenever the address changes.
  useWhereabouts();
  return (
    <>
      {unusableIn(location.search).map(([name, text]) => (
        <p key={name} class="notice unknown" role="alert">
          <Icon of="warning" />
          <span>{say(isSaid(name) ? SAID[name] : 'unusable.other-day', { text })}</span>
        </p>
      ))}
    </>
  );
}
