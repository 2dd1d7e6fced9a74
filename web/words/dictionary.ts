import type { EN } from './en.js';

/** What the page says in a language: a key that one of them lacks is an error of types. */
export type Dictionary = { readonly [Key in keyof typeof EN]: string };
export type WordKey = keyof Dictionary;
