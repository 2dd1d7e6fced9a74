import { existsSync } from 'node:fs';
import { serveReadOnly } from '../serve.js';
import { borrow } from './borrow.js';
import { Failure } from './failure.js';
import { readOnlyViews } from './read-only-views.js';
import { inScratch, temporary } from './scratch.js';
import type { Service } from './service-url.js';

/**
 * Asks the service's own questions about a data directory, whether a service is writing it or not. Nothing in it is
 * created or changed; what has to be written goes to a temporary directory.
 *
 * @throws {Failure} when there is no log; {EventStoreError} when it can't be read
 */
export async function askDirectory(directory: string, ask: (service: Service) => Promise<void>): Promise<void> {
  if (!existsSync(directory)) throw new Failure(`there is no directory ${directory}`);
  await inScratch(temporary(), async (scratch) => {
    const service = await serveReadOnly({
      logDir: await borrow(directory, 'log.db', scratch),
      viewsFor: (store) => readOnlyViews(store, directory, scratch),
    });
    try {
      await ask(service);
    } finally {
      await service.close();
    }
  });
}
