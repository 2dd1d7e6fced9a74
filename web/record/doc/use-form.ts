import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import type { Schemas } from '../../asking/answers.js';
import { type Base, type Draft, keepDraft, keptDraft, newDraft, rekeyed } from './draft.js';
import { at, type Json, type JsonObject, put } from './json.js';
import type { EntityType } from './names.js';
import { withoutItem, withUnchosen } from './unchosen.js';

export interface FieldError extends Readonly<Schemas['FieldError']> {
  /** It is said by the page, in its language. */
  readonly isOwn?: true;
}

/** What is filled in, and what was wrong with it when it was last looked at. */
export interface Form {
  readonly draft: Draft;
  read(pointer: string): Json | undefined;
  write(pointer: string, value: Json | undefined): void;
  /** What is written at a field that takes a choice, and is none. */
  unchosen(pointer: string): string | undefined;
  /** @param text undefined: something was chosen, or the field was emptied */
  leaveUnchosen(pointer: string, text: string | undefined): void;
  /** Takes an item out of a list. */
  removeItem(pointer: string, index: number): void;
  addEntity(slug: string, entity: { readonly type: EntityType; readonly name: string }): void;
  addMatter(slug: string, matter: { readonly title: string }): void;
  /** What is wrong just there. */
  readonly problems: readonly FieldError[];
}

const NO_FORM: Form = {
  draft: { doc: {}, key: '', entities: {}, matters: {}, unchosen: {} },
  read: () => undefined,
  write: () => {},
  unchosen: () => undefined,
  leaveUnchosen: () => {},
  removeItem: () => {},
  addEntity: () => {},
  addMatter: () => {},
  problems: [],
};

export const FormContext = createContext<Form>(NO_FORM);
export const useForm = (): Form => useContext(FormContext);

export interface Filling extends Omit<Form, 'problems'> {
  /** Counts the documents that were put in its place: fields hold nothing of the one before. */
  readonly generation: number;
  /** Puts another document in its place. */
  replace(doc: JsonObject, base?: Base): void;
  /** Makes of it another recording, with a key of its own. */
  renew(): void;
  /** Whether it is what was left before the page was loaded anew. */
  readonly wasKept: boolean;
  restart(): void;
  /** It was recorded, or given up. */
  drop(): void;
}

/** A form that is being filled in. @param name of the form and what it is about @param blank it before that @param base what it changes */
export function useFilling(name: string, blank: JsonObject, base?: Base): Filling {
  const [kept, setKept] = useState(() => keptDraft(name));
  const [draft, setDraft] = useState<Draft>(() => kept ?? newDraft(blank, base));
  const [generation, setGeneration] = useState(0);
  const [isDropped, setIsDropped] = useState(false);
  const [begun] = useState(draft);
  useEffect(() => {
    if (!isDropped && draft !== begun) keepDraft(name, draft);
  }, [name, draft, begun, isDropped]);
  const change = useCallback((make: (before: Draft) => Draft) => setDraft(make), []);
  return {
    draft,
    read: (pointer) => at(draft.doc, pointer),
    write: (pointer, value) => change((before) => ({ ...before, doc: put(before.doc, pointer, value) })),
    unchosen: (pointer) => draft.unchosen[pointer],
    leaveUnchosen: (pointer, text) =>
      change((before) => ({ ...before, unchosen: withUnchosen(before.unchosen, pointer, text) })),
    removeItem: (pointer, index) =>
      change((before) => {
        const list = at(before.doc, pointer);
        const left = Array.isArray(list) ? list.filter((_, other) => other !== index) : [];
        return {
          ...before,
          doc: put(before.doc, pointer, left),
          unchosen: withoutItem(before.unchosen, pointer, index),
        };
      }),
    addEntity: (slug, entity) => change((before) => ({ ...before, entities: { ...before.entities, [slug]: entity } })),
    addMatter: (slug, matter) => change((before) => ({ ...before, matters: { ...before.matters, [slug]: matter } })),
    generation,
    replace: (doc, newest) => {
      change((before) => ({ ...before, doc, unchosen: {}, ...(newest && { base: newest }) }));
      setGeneration((before) => before + 1);
    },
    renew: () => change(rekeyed),
    wasKept: kept !== undefined,
    restart: () => {
      setKept(undefined);
      setDraft(newDraft(blank, base));
      setGeneration((before) => before + 1);
    },
    drop: () => {
      setIsDropped(true);
      keepDraft(name, undefined);
    },
  };
}
