import { Icon } from '../../parts/icons.js';
import { Link } from '../../parts/link.js';
import { idOf, sentence } from '../fields/field.js';
import { type FormWord, useFormWords } from '../words/form-words.js';
import { elementOf, inFormOrder, nameIn, type Refusal } from './refusal.js';

interface Props {
  readonly refusal: Refusal;
  readonly development: string | undefined;
  /** What can be done about it here, by its code. */
  readonly remedies: Readonly<Record<string, (() => void) | undefined>>;
}

const EXPLAINED: Readonly<Record<string, FormWord>> = {
  'revision-mismatch': 'refused.revision',
  'development-retracted': 'refused.retracted',
  'not-retracted': 'refused.not-retracted',
  'nothing-to-correct': 'refused.nothing',
  'idempotency-key-reused': 'refused.key',
  'entity-type-fixed': 'refused.entity-type',
  unreachable: 'refused.unreachable',
  forbidden: 'refused.forbidden',
};

const REMEDIES: Readonly<Record<string, FormWord>> = {
  'revision-mismatch': 'refused.revision.do',
  'idempotency-key-reused': 'refused.key.do',
};

/** Why it was not recorded, each field that is wrong with a way to it, and what to do. */
export function RefusalSummary({ refusal, development, remedies }: Props) {
  const { tell, label } = useFormWords();
  const { code, detail } = refusal;
  const fields = inFormOrder(refusal.fields, idOf);
  const explained = code === 'revision-mismatch' && refusal.hasNamed ? 'refused.revision.named' : EXPLAINED[code];
  const remedy = REMEDIES[code];
  const mend = remedies[code];
  return (
    <div class="refused" role="alert">
      <h2>
        <Icon of="warning" />
        {fields.length > 0 ? tell('refused.title') : tell('refused.general')}
      </h2>
      {explained && <p>{tell(explained)}</p>}
      {fields.length > 0 ? (
        <ul>
          {fields.map((each) => (
            <li key={`${each.pointer} ${each.detail}`}>
              <a
                href={`#${idOf(each.pointer)}`}
                onClick={(event) => {
                  event.preventDefault();
                  elementOf(each.pointer, idOf)?.focus();
                }}
              >
                {nameIn(each.pointer, label)}
              </a>
              : <span lang={each.isOwn ? undefined : 'en'}>{each.detail}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p class="refused-detail" lang="en">
          {sentence(detail)} <code>{code}</code>
        </p>
      )}
      <p class="buttons">
        {remedy && mend && (
          <button type="button" onClick={mend}>
            {tell(remedy)}
          </button>
        )}
        {code === 'development-retracted' && (
          <Link class="button" to={{ form: 'reinstate' }}>
            {tell('refused.retracted.do')}
          </Link>
        )}
        {development && !mend && code !== 'invalid-development' && (
          <Link class="button" to={{ development }}>
            {tell('refused.look')}
          </Link>
        )}
      </p>
    </div>
  );
}
