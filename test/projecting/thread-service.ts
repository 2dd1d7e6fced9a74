import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import { ThreadFollower } from '../../src/projecting/thread-follower.js';
import { assemble } from '../../src/serving/assemble.js';
import { listen } from '../../src/serving/listen.js';
import { build } from '../cli/build.js';
import { Client } from '../service.js';

/** How a service says it is. */
interface Health {
  readonly status: string;
  readonly views: { readonly position: string; readonly interrupted?: true };
}

/** A service whose views are followed by the compiled thread, which ends, and can't be started, while forbidden. */
export class ThreadService extends Client {
  readonly failures: string[];
  /** When the thread was started again. */
  readonly restarts: readonly number[];

  private constructor(
    client: ConstructorParameters<typeof Client>[0],
    private readonly directory: string,
    failures: string[],
    restarts: readonly number[],
  ) {
    super(client);
    this.failures = failures;
    this.restarts = restarts;
  }

  static async over(directory: string): Promise<ThreadService> {
    const thread = join(directory, 'thread.mjs');
    const forbidden = JSON.stringify(join(directory, 'forbidden'));
    writeFileSync(
      thread,
      `import { existsSync } from 'node:fs';
       const check = () => { if (existsSync(${forbidden})) throw new Error('out of memory'); };
       check();
       setInterval(check, 10).unref();
       await import(${JSON.stringify(pathToFileURL(join(build(), 'src', 'projector-thread.js')).href)});`,
    );
    const failures: string[] = [];
    const restarts: number[] = [];
    const store = openSqliteLog({ directory, clock: Date.now });
    const follower = await ThreadFollower.open({
      entry: pathToFileURL(thread),
      directory,
      head: () => store.head(),
      onFailure: (error) => failures.push(String(error)),
      onRestart: () => restarts.push(Date.now()),
    });
    store.onCommit(() => follower.look());
    const closings: (() => unknown)[] = [() => store.close(), () => follower.close()];
    const parts = assemble(store, follower, follower);
    follower.start().then((caughtUp) => {
      parts.startup.caughtUp = caughtUp;
    });
    const url = await listen(parts, '127.0.0.1', 0, (closing) => closings.push(closing));
    const close = async (): Promise<void> => {
      for (const closing of closings.splice(0).reverse()) await closing();
    };
    return new ThreadService({ url, parts, close }, directory, failures, restarts);
  }

  forbid(): void {
    writeFileSync(join(this.directory, 'forbidden'), '');
  }

  allow(): void {
    rmSync(join(this.directory, 'forbidden'));
  }

  async health(): Promise<Health> {
    return (await this.get<Health>('/health/ready')).body;
  }

  async until(status: string): Promise<void> {
    while ((await this.health()).status !== status) await pause(20);
  }
}
