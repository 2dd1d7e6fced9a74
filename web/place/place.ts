import { isDay } from '../time/days.js';

export const VIEWS = ['matrix', 'timeline', 'state', 'compare', 'search'] as const;
/** What is recorded or changed in the page, in a form. */
export const FORMS = ['record', 'correct', 'retract', 'reinstate', 'source'] as const;
export const LANGUAGES = ['en', 'zh'] as const;

type View = (typeof VIEWS)[number];
export type FormName = (typeof FORMS)[number];
export type Language = (typeof LANGUAGES)[number];

/** A day and what was known: how a question is asked. Absent: today, and everything. */
export interface Point {
  readonly asOf?: string;
  /** `position:<n>`, or an instant. */
  readonly knownAt?: string;
}

/** Where in the explorer somebody is: all that a link has to say, so that it shows the same again. */
export interface Place extends Point {
  readonly view: View;
  readonly matter?: string;
  readonly entity?: string;
  /** The key of the fact that is explained. */
  readonly fact?: string;
  /** The id of the development that is shown. */
  readonly development?: string;
  /** A form in place of the view, about the development if it changes one. */
  readonly form?: FormName;
  readonly q?: string;
  readonly lanes?: 'authority';
  readonly scale?: 'even';
  /** The window of the timeline, days. */
  readonly since?: string;
  readonly until?: string;
  /** What `view: compare` compares with (asOf, knownAt). */
  readonly from?: Point;
  readonly lang?: Language;
}

const TEXTS = ['asOf', 'knownAt', 'matter', 'entity', 'fact', 'development', 'q', 'since', 'until'] as const;
const DAYS: ReadonlySet<string> = new Set(['asOf', 'since', 'until', 'from.asOf']);

/** Reads a query string; what makes no sense in it is as if it were not there. */
export function readPlace(query: string): Place {
  const given = new URLSearchParams(query);
  const text = (name: string): string | undefined => {
    const value = given.get(name)?.trim();
    if (!value || (DAYS.has(name) && !isDay(value))) return undefined;
    return value;
  };
  const from = present({ asOf: text('from.asOf'), knownAt: text('from.knownAt') });
  return present({
    view: oneOf(VIEWS, given.get('view')) ?? 'matrix',
    ...Object.fromEntries(TEXTS.map((name) => [name, text(name)])),
    form: oneOf(FORMS, given.get('form')),
    lanes: oneOf(['authority'] as const, given.get('lanes')),
    scale: oneOf(['even'] as const, given.get('scale')),
    from: Object.keys(from).length > 0 ? from : undefined,
    lang: oneOf(LANGUAGES, given.get('lang')),
  });
}

/** What a query string says that no place can be made of: the name of the parameter, and its text. */
export function unusableIn(query: string): readonly (readonly [name: string, text: string])[] {
  const given = new URLSearchParams(query);
  return [...DAYS, 'view'].flatMap((name) => {
    const text = given.get(name)?.trim();
    if (!text) return [];
    return (name === 'view' ? oneOf(VIEWS, text) !== undefined : isDay(text)) ? [] : [[name, text] as const];
  });
}

/** The query string of a place, with its question mark; empty for the first page. */
export function writePlace({ view, form, from, lanes, scale, lang, ...texts }: Place): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | undefined): void => {
    if (value) query.set(name, value);
  };
  if (view !== 'matrix') query.set('view', view);
  put('form', form);
  put('from.asOf', from?.asOf);
  put('from.knownAt', from?.knownAt);
  for (const name of TEXTS) put(name, texts[name]);
  put('lanes', lanes);
  put('scale', scale);
  put('lang', lang);
  // Colons mean nothing in a query, and people read these.
  const written = query.toString().replaceAll('%3A', ':');
  return written === '' ? '' : `?${written}`;
}

const oneOf = <Word extends string>(words: readonly Word[], text: string | null): Word | undefined =>
  words.find((word) => word === text);

/** Without the members that are undefined. */
const present = <T extends object>(members: T): T =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;

/** The position that it is pinned to, if it is. */
export function pinnedPosition({ knownAt }: Point): number | undefined {
  const digits = /^position:(\d{1,15})$/.exec(knownAt ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
