import type { Command } from 'commander';
import { pagesOf } from './ask.js';
import type { Parameters } from './get.js';
import { addPlace, askThere } from './place.js';

/** Options of every question that is answered by a list. */
interface ListOptions {
  readonly all?: true;
  readonly json?: true;
}

/** Which list is asked for, and how a person is told; only the last page's `next` matters to the text. */
export interface ListQuestion<A> {
  readonly path: string;
  readonly parameters: Parameters;
  readonly text: (pages: readonly A[]) => string;
}

/** Adds where to ask and how to be answered. */
export function asQuestion(command: Command): Command {
  command
    .option('--limit <n>', 'items of a page, 1 to 1000 (default: 100)')
    .option('--all', 'every page, not only the first')
    .option('--json', "print the service's own JSON, one document a page, one page a line");
  return addPlace(command);
}

/** Asks, and prints the answer. @throws {Failure} */
export async function answer<A extends { readonly next: string | null }>(
  command: Command,
  { path, parameters, text }: ListQuestion<A>,
): Promise<void> {
  const { all = false, json = false } = command.opts<ListOptions>();
  await askThere(command, async (service) => {
    const pages: A[] = [];
    for await (const page of pagesOf<A>(service, path, parameters, all)) {
      if (json) process.stdout.write(`${page.text}\n`);
      else pages.push(page.answer);
    }
    if (!json) process.stdout.write(text(pages));
  });
}
