import { spawnSync } from 'node:child_process';
import { PREDICATES } from '../../src/developments/kinds/index.js';

/** A fenced block of a page, and what stands before it. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** The line of the page on which it begins, from 1. */
  readonly line: number;
  /** The paragraph before it. */
  readonly before: string;
}

export function blocksOf(page: string): readonly Block[] {
  return [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(({ index, 1: language = '', 2: text = '' }) => {
    const above = page.slice(0, index);
    const before = above.trimEnd().split('\n\n').at(-1) ?? '';
    return { language, text, line: above.split('\n').length, before };
  });
}

/** The commands of a block, each with all of its lines. */
export function commandsIn(script: string): readonly string[] {
  const commands: string[] = [];
  let open = '';
  for (const line of script.split('\n')) {
    if (open === '' && line.trim() === '') continue;
    open += `${line}\n`;
    if (!isWhole(open)) continue;
    commands.push(open.trimEnd());
    open = '';
  }
  if (open !== '') throw new Error(`this does not end: ${open}`);
  return commands;
}

function isWhole(text: string): boolean {
  if (/\\\n$/.test(text)) return false;
  const { status, stderr } = spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' });
  return status === 0 && !stderr.includes('here-document');
}

/** What answers say: how certain, which values, of which facts. */
const SAID: ReadonlySet<string> = new Set([
  ...['definite', 'possible', 'unrecorded', 'recorded', 'unchanged', 'refused'],
  ...['adequate', 'annulled', 'applicable'],
  ...PREDICATES.flatMap(({ name, values }) => [name, ...values]),
]);

/** What a comment at the end of a command promises. */
export interface Promised {
  readonly says: readonly RegExp[];
  readonly isRefused: boolean;
}

/** Of a comment the words that answers say, numbers, and codes such as `invalid-development`; the rest is for people. */
export function promisedBy(command: string): Promised {
  const [, refused, comment = ''] = /\s#\s+(refused: )?(.*)$/.exec(command.slice(command.lastIndexOf('\n') + 1)) ?? [];
  const [counts, rest] = [/(\d+) ([a-z]+)/g, /\d[\d,]*(?![\w,])|[a-z]+(-[a-z]+)*/g];
  const counted = [...comment.matchAll(counts)].filter(([, , word = '']) => SAID.has(word));
  const words = comment.replaceAll(counts, (phrase, _, word) => (SAID.has(word) ? '' : phrase)).match(rest) ?? [];
  return {
    says: [
      ...(comment.startsWith('nothing') ? [/"(facts|developments)":\[\]/] : []),
      ...counted.map(([, count, word]) => new RegExp(`\\b${count} (\\w+ ){0,2}${word}\\b`)),
      // Not "0 possible".
      ...words
        .filter((word) => SAID.has(word) || /[-\d]/.test(word))
        .map((word) => new RegExp(`(?<!\\d )\\b${word}\\b`)),
    ],
    isRefused: refused !== undefined,
  };
}

/** What a program printed, where a page may leave out moments. */
export function isLike(printed: string, shown: string): boolean {
  const parts = shown
    .trim()
    .split('…')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^\\n]*')}$`).test(printed.trim());
}
