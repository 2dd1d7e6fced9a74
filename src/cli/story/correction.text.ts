import type { Money } from '../../fields/money.js';
import { capitalised, valuesText } from '../wording.js';
import { listText } from './names.js';

/** Told in a sentence of their own. */
export const DATES: ReadonlySet<string> = new Set(['/when', '/timing']);

/**
 * What a correction changed at one place: `To: Taobao, before Taobao and Outside sites.`
 * @param pointer JSON Pointer into a version
 * @param before the version as it was, in names; so is `after`
 */
export function correctionText(pointer: string, before: object, after: object): string {
  const name = pointer
    .replace(/^(\/details)?\//, '')
    .split('/')
    .map(unescaped)
    .join(' ');
  return `${capitalised(name)}: ${valueText(at(after, pointer))}; before, ${valueText(at(before, pointer))}`;
}

const at = (version: object, pointer: string): unknown =>
  pointer
    .slice(1)
    .split('/')
    .reduce<unknown>(
      (inside, name) => (inside as Readonly<Record<string, unknown>> | undefined)?.[unescaped(name)],
      version,
    );

const unescaped = (name: string): string => name.replaceAll('~1', '/').replaceAll('~0', '~');

function valueText(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return value.includes(' ') ? `“${value}”` : value;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return listText(value) || 'nothing';
  const isMoney = typeof value === 'object' && value !== null && 'currency' in value;
  return isMoney ? valuesText([value as unknown as Money]) : JSON.stringify(value);
}
