import { useMayRecord } from '../asking/use-may-record.js';
import { Icon } from '../parts/icons.js';
import { Link } from '../parts/link.js';
import { useWhereabouts } from '../place/use-place.js';
import { useWords } from '../words/words.js';

/** The way to the form, for whoever may record. */
export function RecordLink() {
  const { say } = useWords();
  const { place } = useWhereabouts();
  if (useMayRecord() !== true) return null;
  const isHere = place.form === 'record';
  const to = { form: 'record', knownAt: undefined, fact: undefined, development: undefined } as const;
  return (
    <Link class="button record-link" to={to} {...(isHere && { 'aria-current': 'page' })}>
      <Icon of="add" />
      <span>{say('form.record')}</span>
    </Link>
  );
}
