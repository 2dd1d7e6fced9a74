import { type Command, Option } from 'commander';
import { type Parameters, pagesOf } from './ask.js';
import { urlOption } from './service-url.js';

/** Options of every question that is answered by a list. */
interface ListOptions {
  readonly url: string;
  readonly dataDir?: string;
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
  return command
    .option('--limit <n>', 'items of a page, 1 to 1000 (default: 100)')
    .option('--all', 'every page, not only the first')
    .option('--json', "print the service's own JSON, one document a page, one page a line")
    .addOption(urlOption())
    .addOption(new Option('--data-dir <directory>', 'ask a data directory itself; nothing in it is changed'));
}

/** Asks, and prints the answer. @throws {Failure} */
export async function answer<A extends { readonly next: string | null }>(
  command: Command,
  { path, parameters, text }: ListQuestion<A>,
): Promise<void> {
  const { url, dataDir, all = false, json = false } = command.opts<ListOptions>();
  if (dataDir !== undefined && command.getOptionValueSource('url') === 'cli') {
    command.error('error: --url and --data-dir are two places to ask; give one', { exitCode: 2 });
  }
  const ask = async (service: string): Promise<void> => {
    const pages: A[] = [];
    for await (const page of pagesOf<A>(service, path, parameters, all)) {
      if (json) process.stdout.write(`${page.text}\n`);
      else pages.push(page.answer);
    }
    if (!json) process.stdout.write(text(pages));
  };
  if (dataDir === undefined) return ask(url);
  // Only now: loading the whole service takes longer than asking one.
  const { askDirectory } = await import('./read-only.js');
  await askDirectory(dataDir, ask);
}
