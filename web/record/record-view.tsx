import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ErrorPanel } from '../parts/error-panel.js';
import { Skeleton } from '../parts/skeleton.js';
import type { FormName } from '../place/place.js';
import { useWords } from '../words/words.js';
import './record.css';

interface Props {
  readonly form: FormName;
  readonly development: string | undefined;
}

/** Kept once loaded, so that the second form is there at once. */
let loaded: ComponentType<Props> | undefined;

/** A form; what forms are made of is loaded when somebody opens the first. */
export function RecordView(props: Props) {
  const { say } = useWords();
  const [Page, setPage] = useState<ComponentType<Props> | undefined>(() => loaded);
  const [error, setError] = useState<unknown>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (loaded) return;
    import('./record-page.js').then(
      ({ RecordPage }) => {
        loaded = RecordPage;
        setPage(() => RecordPage);
      },
      () => setError(new Error(say('form.unloaded'))),
    );
  }, [attempt, say]);
  if (Page) return <Page key={`${props.form} ${props.development ?? ''}`} {...props} />;
  if (error === undefined) return <Skeleton rows={6} name={say('form.loading')} />;
  const again = (): void => {
    setError(undefined);
    setAttempt((before) => before + 1);
  };
  return <ErrorPanel error={error} again={again} />;
}
