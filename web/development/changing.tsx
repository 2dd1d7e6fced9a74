import { useMayRecord } from '../asking/use-may-record.js';
import { Link } from '../parts/link.js';
import type { FormName } from '../place/place.js';
import { useWords } from '../words/words.js';

/** What may be done about a development, for whoever may. */
export function Changing({ id, retracted }: { readonly id: string; readonly retracted: boolean }) {
  const { say } = useWords();
  if (useMayRecord() !== true) return null;
  const forms: readonly Exclude<FormName, 'record'>[] = retracted ? ['reinstate'] : ['correct', 'source', 'retract'];
  return (
    <>
      <h3>{say('form.change')}</h3>
      <p class="buttons">
        {forms.map((form) => (
          <Link key={form} class="button" to={{ form, development: id, knownAt: undefined }}>
            {say(`form.${form}`)}
          </Link>
        ))}
      </p>
    </>
  );
}
