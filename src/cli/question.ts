import type { Command } from 'commander';
import type { BodyOf } from '../client/index.js';
import { type ListOperation, pagesOf, type Typed } from './ask.js';
import { addPlace, askThere } from './place.js';

/** Options of every question that is answered by a list. */
interface ListOptions {
  readonly all?: true;
  readonly json?: true;
}

/** Which list is asked for, and how a person is told; only the last page's `next` matters to the text. */
export interface ListQuestion<Id extends ListOperation> {
  readonly operation: Id;
  readonly request: Typed<Id>;
  readonly text: (pages: readonly BodyOf<Id>[]) => string;
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
export async function answer<Id extends ListOperation>(
  command: Command,
  { operation, request, text }: ListQuestion<Id>,
): Promise<void> {
  const { all = false, json = false } = command.opts<ListOptions>();
  await askThere(command, async (service) => {
    const pages: BodyOf<Id>[] = [];
    for await (const page of pagesOf(service, operation, request, all)) {
      if (json) process.stdout.write(`${page.text}\n`);
      else pages.push(page.body);
    }
    if (!json) process.stdout.write(text(pages));
  });
}
