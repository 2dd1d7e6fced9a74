import { useState } from 'preact/hooks';
import { useAnswer } from '../asking/use-answer.js';
import { useMayRecord } from '../asking/use-may-record.js';
import { useNames } from '../asking/use-names.js';
import { ErrorPanel } from '../parts/error-panel.js';
import { Skeleton } from '../parts/skeleton.js';
import type { FormName } from '../place/place.js';
import { useWords } from '../words/words.js';
import { CorrectForm } from './forms/correct-form.js';
import { ExplainForm } from './forms/explain-form.js';
import { RecordForm } from './forms/record-form.js';
import { SourceForm } from './forms/source-form.js';
import { useKinds } from './forms/use-kinds.js';
import { useFormWords } from './words/form-words.js';

interface Props {
  readonly form: FormName;
  readonly development: string | undefined;
}

/** The form that the address names, for whoever may record. */
export function RecordPage({ form, development }: Props) {
  const { say } = useWords();
  const { tell } = useFormWords();
  const mayRecord = useMayRecord();
  // Before the registry has come, everybody would be new.
  const { isKnown } = useNames();
  if (mayRecord === undefined || !isKnown) return <Skeleton rows={6} name={say('form.loading')} />;
  if (!mayRecord) {
    return (
      <div class="empty">
        <h1>{tell('reader.title')}</h1>
        <p>{tell('reader.what')}</p>
        <p class="ways">
          <code>npm run regtime -- key create --role recorder --name me</code>
        </p>
      </div>
    );
  }
  if (form === 'record') return <RecordAnew />;
  if (development !== undefined) return <Change form={form} id={development} />;
  return (
    <div class="empty">
      <h1>{tell('lost.title')}</h1>
      <p>{tell('lost.what')}</p>
    </div>
  );
}

function RecordAnew() {
  const { say } = useWords();
  const { body, error, again } = useKinds();
  if (body) return <RecordForm kinds={body} />;
  return error === undefined ? (
    <Skeleton rows={6} name={say('form.loading')} />
  ) : (
    <ErrorPanel error={error} again={again} />
  );
}

interface ChangeProps {
  readonly form: Exclude<FormName, 'record'>;
  readonly id: string;
}

/** Asked for anew for each form: what is changed is the newest version. */
let asked = 0;

function Change({ form, id }: ChangeProps) {
  const { say } = useWords();
  const kinds = useKinds();
  const [number] = useState(() => ++asked);
  const present = useAnswer(['present', id, number], async (service, signal) => {
    return (await service.getDevelopment({ id }, { signal })).body;
  });
  const error = kinds.error ?? present.error;
  const kind = kinds.body?.find((each) => each.kind === present.body?.kind);
  if (error !== undefined) {
    const again = (): void => {
      kinds.again();
      present.again();
    };
    return <ErrorPanel error={error} again={again} />;
  }
  if (!present.body || !kind) return <Skeleton rows={6} name={say('form.loading')} />;
  switch (form) {
    case 'correct':
      return <CorrectForm development={present.body} kind={kind} />;
    case 'source':
      return <SourceForm development={present.body} />;
    default:
      return <ExplainForm form={form} development={present.body} />;
  }
}
