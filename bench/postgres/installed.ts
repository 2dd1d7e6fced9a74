import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from '../child.js';

const DEBIAN = '/usr/lib/postgresql';
const INSTALLING = 600_000;
const ASKING = 10_000;

/** The directory of PostgreSQL's programs, of the newest version that Debian's packages have put there. */
export function programsOfPostgres(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  const programs = newest === undefined ? undefined : join(DEBIAN, newest, 'bin');
  return programs !== undefined && existsSync(join(programs, 'pgbench')) ? programs : undefined;
}

/** Installs Debian's package. @throws where that is not to be had, or not allowed */
export async function installPostgres(): Promise<void> {
  await new Child('apt-get', ['install', '--yes', '--no-install-recommends', 'postgresql'], {
    within: INSTALLING,
  }).output();
}

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Whom the server runs as: it refuses root, and then takes the account that the package has made. */
export async function accountForPostgres(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const id = async (option: string): Promise<number> =>
    Number(await new Child('id', [option, 'postgres'], { within: ASKING }).output());
  return { uid: await id('-u'), gid: await id('-g') };
}
