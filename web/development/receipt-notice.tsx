import { Link } from '../parts/link.js';
import { useWords } from '../words/words.js';
import { receiptOf } from './receipt.js';

/** After recording: where it is in the log, what differs, and what was answered before. */
export function ReceiptNotice({ id }: { readonly id: string }) {
  const { say } = useWords();
  const receipt = receiptOf(id);
  if (!receipt) return null;
  const { position, before, day } = receipt;
  const then = { knownAt: `position:${before}`, ...(day && { asOf: day }) };
  const since = { knownAt: `position:${position}`, ...(day && { asOf: day }) };
  return (
    <p class="notice receipt" role="status">
      {say('receipt.done', { position })}{' '}
      <Link to={{ view: 'compare', from: then, ...since, matter: undefined, development: undefined }}>
        {say('receipt.changed')}
      </Link>{' '}
      · <Link to={{ view: 'state', ...then, development: undefined }}>{say('receipt.before')}</Link>
    </p>
  );
}
