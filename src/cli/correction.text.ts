import type { Money } from '../fields/money.js';
import { dateText } from './development.text.js';
import { valuesText } from './wording.js';

/** What a correction changed at one place: `when: 2021-09 → 2021-09-11`. @param pointer JSON Pointer into a version */
export function correctionText(pointer: string, before: object, after: object): string {
  const name = pointer.replace(/^(\/details)?\//, '').replaceAll('/', ' ');
  return `${name}: ${valueText(at(before, pointer))} → ${valueText(at(after, pointer))}`;
}

function at(version: object, pointer: string): unknown {
  const names = pointer.slice(1).split('/');
  const value = names.reduce<unknown>(
    (inside, name) => (inside as Readonly<Record<string, unknown>> | undefined)?.[unescaped(name)],
    version,
  );
  return pointer === '/when' && typeof value === 'string' ? dateText(value) : value;
}

const unescaped = (name: string): string => name.replaceAll('~1', '/').replaceAll('~0', '~');

function valueText(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(', ') || 'nothing';
  const isMoney = typeof value === 'object' && value !== null && 'currency' in value;
  return isMoney ? valuesText([value as unknown as Money]) : JSON.stringify(value);
}
