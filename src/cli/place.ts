import { type Command, Option } from 'commander';
import { keyOption, type Service, urlOption } from './service-url.js';

interface Place extends Service {
  readonly dataDir?: string;
}

/** Adds where to ask: a running service, or a data directory. */
export const addPlace = (command: Command): Command =>
  command
    .addOption(urlOption())
    .addOption(keyOption())
    .addOption(new Option('--data-dir <directory>', 'ask a data directory itself; nothing in it is changed'));

/** Asks the service, or one that serves the directory for as long as it takes. @throws {Failure} */
export async function askThere(command: Command, ask: (service: Service) => Promise<void>): Promise<void> {
  const { url, key, dataDir } = command.opts<Place>();
  if (dataDir === undefined) return ask({ url, key });
  if (command.getOptionValueSource('url') === 'cli') {
    command.error('error: --url and --data-dir are two places to ask; give one', { exitCode: 2 });
  }
  // Only now: loading the whole service takes longer than asking one.
  const { askDirectory } = await import('./read-only.js');
  await askDirectory(dataDir, ask);
}
