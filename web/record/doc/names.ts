import type { Schemas } from '../../asking/answers.js';
import { isObject, type Json } from './json.js';

/** What is not registered yet and will be with the development. */
export interface NewNames {
  readonly entities: Readonly<Record<string, { readonly type: EntityType; readonly name: string }>>;
  readonly matters: Readonly<Record<string, { readonly title: string }>>;
}

export type EntityType = Schemas['EntityType'];

export const NO_NAMES: NewNames = { entities: {}, matters: {} };

/** Of the new names those that the document uses: what was taken out again is not registered. */
export function usedNames({ entities, matters }: NewNames, doc: Json): NewNames {
  const texts = new Set(textsIn(doc));
  const used = <Each>(named: Readonly<Record<string, Each>>): Readonly<Record<string, Each>> =>
    Object.fromEntries(Object.entries(named).filter(([slug]) => texts.has(slug)));
  return { entities: used(entities), matters: used(matters) };
}

export function textsIn(doc: Json): readonly string[] {
  if (typeof doc === 'string') return [doc];
  if (Array.isArray(doc)) return doc.flatMap(textsIn);
  return isObject(doc) ? Object.values(doc).flatMap(textsIn) : [];
}

/** Where in a document a text stands: a JSON Pointer to the first such place. */
export function pointerTo(text: string, doc: Json | undefined): string | undefined {
  if (doc === text) return '';
  const members = Array.isArray(doc) ? [...doc.entries()] : isObject(doc) ? Object.entries(doc) : [];
  for (const [name, value] of members) {
    const below = pointerTo(text, value);
    if (below !== undefined) return `/${name}${below}`;
  }
  return undefined;
}

/** What somebody would most likely write as a slug of it; empty where nothing of it can stand in one. */
export const slugFor = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64);

export const isSlug = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 64;
