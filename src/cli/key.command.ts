import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { makeKey, type StoredKey } from '../access/api-key.js';
import { changeKeys, keyFileOf, readKeys } from '../access/key-file.js';
import { ROLES, type Role } from '../access/role.js';
import { makeDirectory } from '../event-store/durable-files.js';
import { dataDirOption } from './data-dir.js';
import { Failure } from './failure.js';
import { aligned } from './table.js';
import { plain } from './wording.js';

interface Place {
  readonly dataDir: string;
  readonly json?: true;
}

const NAME = /^[^\p{C}\p{Z}]([^\p{C}]{0,62}[^\p{C}\p{Z}])?$/u;

export function addKey(program: Command): void {
  const key = program.command('key').description('make, list and revoke the keys of a data directory, served or not');
  key
    .command('create')
    .description('make a key and print it, this once: only a hash of it is kept')
    .addOption(new Option('--role <role>', 'what it may be used for').choices(ROLES).makeOptionMandatory())
    .requiredOption('--name <name>', 'what you know it by; never recorded in the log', parseName)
    .addOption(dataDirOption('holds the keys, made if missing'))
    .option('--json', 'print it as JSON')
    .action(create);
  key
    .command('list')
    .description('what keys there are, revoked ones too')
    .addOption(dataDirOption('holds the keys'))
    .option('--json', 'print them as JSON')
    .action(list);
  key
    .command('revoke')
    .description('let a key in no more; a running service goes by it within a second')
    .argument('<id>', 'as regtime key list shows it')
    .addOption(dataDirOption('holds the keys'))
    .option('--json', 'print what was revoked as JSON')
    .action(revoke);
}

function parseName(text: string): string {
  if (NAME.test(text)) return text;
  throw new InvalidArgumentError('A name has 1 to 64 visible characters.');
}

async function create({ dataDir, role, name, json }: Place & { readonly role: Role; readonly name: string }) {
  makeDirectory(resolve(dataDir));
  const { key, stored } = makeKey({ name, role }, new Date().toISOString());
  await changeKeys(dataDir, (keys) => [...keys, stored]);
  if (json) console.log(JSON.stringify({ key, ...shown(stored) }));
  else {
    // Apart from the key, so that a program can take it.
    console.error(`key ${stored.id} (${role}, ${name}): it is not shown again`);
    console.log(key);
  }
}

function list({ dataDir, json }: Place): void {
  const keys = readKeys(dataDir) ?? [];
  if (json) console.log(JSON.stringify({ keys: keys.map(shown) }));
  else if (keys.length === 0) console.log(`no keys in ${keyFileOf(dataDir)}`);
  else console.log(keysText(keys));
}

async function revoke(id: string, { dataDir, json }: Place): Promise<void> {
  let revoked: StoredKey | undefined;
  const now = new Date().toISOString();
  if (!readKeys(dataDir)) throw new Failure(`there are no keys in ${keyFileOf(dataDir)}`);
  await changeKeys(dataDir, (keys) => {
    const key = keys.find((each) => each.id === id);
    if (!key) throw new Failure(`there is no key ${id} in ${keyFileOf(dataDir)}: regtime key list shows them`);
    const after = { ...key, revokedAt: key.revokedAt ?? now };
    revoked = after;
    return keys.map((each) => (each === key ? after : each));
  });
  if (!revoked) return;
  if (json) console.log(JSON.stringify(shown(revoked)));
  else console.log(`key ${id} (${revoked.role}, ${revoked.name}) is revoked since ${revoked.revokedAt}`);
}

const shown = ({ sha256: _, ...key }: StoredKey): Omit<StoredKey, 'sha256'> => key;

const keysText = (keys: readonly StoredKey[]): string =>
  aligned([
    ['id', 'role', 'name', 'made', 'revoked'],
    ...keys.map(({ id, role, name, createdAt, revokedAt = '' }) => [id, role, plain(name), createdAt, revokedAt]),
  ]).join('\n');
