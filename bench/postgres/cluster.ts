import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child } from '../child.js';
import { type Account, accountForPostgres } from './installed.js';

/** Milliseconds: all of it, making the cluster, and one command. */
const LIFETIME = 1_800_000;
const MAKING = 60_000;
const COMMAND = 900_000;

/** Memory as its manual advises for a machine that does something else too; nothing else is set but where it listens. */
const SETTINGS = ['shared_buffers=512MB', 'maintenance_work_mem=256MB', 'max_wal_size=4GB'];

/** A cluster of our own, in a temporary directory, reached over a Unix socket in it and over no network. */
export class Cluster {
  private constructor(
    private readonly programs: string,
    private readonly directory: string,
    private readonly account: Account | undefined,
    private readonly server: Child,
  ) {}

  static async start(programs: string): Promise<Cluster> {
    const account = await accountForPostgres();
    const directory = mkdtempSync(join(tmpdir(), 'bench-postgres-'));
    process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
    try {
      if (account) chownSync(directory, account.uid, account.gid);
      const data = join(directory, 'data');
      const initialise = [
        '--pgdata',
        data,
        '--username',
        'bench',
        '--auth',
        'trust',
        '--no-locale',
        '--encoding',
        'UTF8',
      ];
      const options = { as: account, directory };
      await new Child(join(programs, 'initdb'), initialise, { ...options, within: MAKING }).output();
      const settings = ['listen_addresses=', `unix_socket_directories=${directory}`, ...SETTINGS];
      const words = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
      const server = new Child(join(programs, 'postgres'), words, { ...options, within: LIFETIME });
      await server.printed(/ready to accept connections/, 'stderr');
      return new Cluster(programs, directory, account, server);
    } catch (error) {
      rmSync(directory, { recursive: true, force: true });
      throw error;
    }
  }

  /** Runs a program of PostgreSQL's against it. @returns what it prints */
  run(program: 'psql' | 'pgbench', words: readonly string[], input?: Iterable<string>): Promise<string> {
    const connection = ['--host', this.directory, '--username', 'bench'];
    return new Child(join(this.programs, program), [...connection, ...words, 'postgres'], {
      within: COMMAND,
      as: this.account,
      directory: this.directory,
      input,
    }).output();
  }

  /** What psql prints: a line a row, columns separated by tabs. */
  sql(text: string, input?: Iterable<string>): Promise<string> {
    const format = ['--no-psqlrc', '--tuples-only', '--no-align', '--field-separator', '\t'];
    return this.run('psql', [...format, '--set', 'ON_ERROR_STOP=1', '--command', text], input);
  }

  /** A path in its directory, where its programs may write. */
  path(name: string): string {
    return join(this.directory, name);
  }

  async stop(): Promise<void> {
    // A "fast" shutdown: it ends the connections and writes what it has.
    await this.server.stop('SIGINT');
    rmSync(this.directory, { recursive: true, force: true });
  }
}
