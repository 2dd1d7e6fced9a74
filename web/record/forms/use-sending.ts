import { useEffect, useRef, useState } from 'preact/hooks';
import { ServiceProblem } from '../../../src/client/index.js';
import type { Service } from '../../asking/service.js';
import { useAsking } from '../../asking/use-answer.js';
import { keepReceipt } from '../../development/receipt.js';
import { useWhereabouts } from '../../place/use-place.js';
import type { Draft } from '../doc/draft.js';
import { type NewNames, usedNames } from '../doc/names.js';
import { type Command, register } from '../preview/command.js';
import { type Preview, suppose } from '../preview/suppose.js';
import { type Refusal, refusalIn, refusalOf } from '../problems/refusal.js';

/** How far a form has come. */
export type Stage =
  | { readonly name: 'filling' }
  | { readonly name: 'asking' }
  | { readonly name: 'refused'; readonly refusal: Refusal }
  | { readonly name: 'supposed'; readonly preview: Preview; readonly of: Draft }
  | { readonly name: 'sending'; readonly preview: Preview; readonly of: Draft };

export interface Sending {
  readonly stage: Stage;
  /** Says what is wrong before anything is asked. */
  refuse(refusal: Refusal): void;
  ask(command: Command): Promise<void>;
  send(command: Command): Promise<void>;
  /** Back to filling in: what was refused is no longer said. */
  clear(): void;
}

/** Looks at what would change, and then records it; whoever clicks twice records once. */
export function useSending(draft: Draft, done: () => void): Sending {
  const { service, hear } = useAsking();
  const { go } = useWhereabouts();
  const [stage, setStage] = useState<Stage>({ name: 'filling' });
  const gone = useRef(new AbortController());
  const isSending = useRef(false);
  useEffect(() => () => gone.current.abort(), []);

  const ask = async (command: Command): Promise<void> => {
    gone.current.abort();
    gone.current = new AbortController();
    const { signal } = gone.current;
    setStage({ name: 'asking' });
    try {
      const supposed = await suppose(service, command, usedNames(draft, draft.doc), draft.doc, signal);
      if (signal.aborted) return;
      if ('problem' in supposed) setStage({ name: 'refused', refusal: refusalIn(supposed.problem) });
      else setStage({ name: 'supposed', preview: supposed, of: draft });
    } catch (error) {
      if (!signal.aborted) setStage({ name: 'refused', refusal: refusalOf(error) });
    }
  };

  const send = async (command: Command): Promise<void> => {
    if (isSending.current || stage.name !== 'supposed') return;
    isSending.current = true;
    const { preview } = stage;
    let hasNamed = false;
    setStage({ ...stage, name: 'sending' });
    try {
      const names = usedNames(draft, draft.doc);
      if (await isOvertaken(service, command, names)) {
        setStage({ name: 'refused', refusal: OVERTAKEN });
        return;
      }
      await register(service, names);
      hasNamed = countOf(names) > 0;
      const { id, position } = await command.send(service, { 'Idempotency-Key': draft.key });
      // What is shown next is to hold it.
      await service.getDevelopment({ id, minPosition: position }).catch(() => undefined);
      const known = numbered(position) ?? Number(preview.position) + 1;
      keepReceipt({ id, position: known, before: known - 1, day: tellingDay(preview) });
      done();
      hear(known);
      go({ view: 'timeline', development: id, fact: undefined, knownAt: undefined });
    } catch (error) {
      setStage({ name: 'refused', refusal: { ...refusalOf(error), ...(hasNamed && { hasNamed }) } });
    } finally {
      isSending.current = false;
    }
  };

  const refuse = (refusal: Refusal): void => {
    gone.current.abort();
    setStage({ name: 'refused', refusal });
  };

  return { stage, refuse, ask, send, clear: () => setStage({ name: 'filling' }) };
}

const OVERTAKEN: Refusal = { code: 'revision-mismatch', detail: 'It was changed meanwhile', fields: [] };

const countOf = ({ entities, matters }: NewNames): number => Object.keys(entities).length + Object.keys(matters).length;

/**
 * Whether somebody changed it meanwhile, before names are registered for nothing. Once they are registered it was sent
 * already: then only the service can say whether that was recorded.
 */
async function isOvertaken(service: Service, { changes, revision }: Command, names: NewNames): Promise<boolean> {
  if (changes === undefined || revision === undefined || countOf(names) === 0) return false;
  const { body } = await service.getDevelopment({ id: changes });
  return body.revision !== revision && !(await areRegistered(service, names));
}

async function areRegistered(service: Service, { entities, matters }: NewNames): Promise<boolean> {
  const asked = [
    ...Object.keys(entities).map((slug) => service.getEntity({ slug })),
    ...Object.keys(matters).map((slug) => service.getMatter({ slug })),
  ];
  try {
    await Promise.all(asked);
    return true;
  } catch (error) {
    if (error instanceof ServiceProblem && error.problem.status === 404) return false;
    throw error;
  }
}

/** A position as it is counted; on a server it may be answered as where it is stored, before it is counted. */
const numbered = (position: string): number | undefined => (/^\d+$/.test(position) ? Number(position) : undefined);

/** A day on which the change shows: best one on which it is certain afterwards. */
function tellingDay({ facts }: Preview): string | undefined {
  const spans = facts.flatMap((each) => each.spans);
  return (spans.find(({ after }) => after.certainty === 'definite') ?? spans[0])?.from;
}
