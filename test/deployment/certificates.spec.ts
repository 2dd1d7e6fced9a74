import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { ROOT } from '../cli/build.js';

const NODES = ['eventstore-1', 'eventstore-2', 'eventstore-3'];
const PASSWORD = 'of-their-own';
const PLACES = ['authority', 'certificates', 'ca'] as const;

/** As the real one, it replaces nothing. */
const GENCERT = `#!/bin/bash
echo "$@" >> "$ASKED"
test -n "$BREAK" && test "$BREAK" = "$1" && { mkdir -p "$5"; echo half > "$5/ca.key"; exit 9; }
out=; name=node; test "$1" = create-ca && name=ca
while test $# -gt 0; do test "$1" = -out && out=$2; shift; done
test -e "$out/$name.crt" -o -e "$out/$name.key" && { echo 'exists already' >&2; exit 1; }
mkdir -p "$out"; echo "$RANDOM" > "$out/$name.key"; echo "$RANDOM" > "$out/$name.crt"
`;

let at: string;
beforeEach(() => {
  at = mkdtempSync(join(tmpdir(), 'certificates-'));
  for (const name of [...PLACES, 'bin']) mkdirSync(join(at, name));
  for (const [name, text] of [
    ['es-gencert-cli', GENCERT],
    ['chown', '#!/bin/bash\n'],
  ] as const) {
    writeFileSync(join(at, 'bin', name), text);
    chmodSync(join(at, 'bin', name), 0o755);
  }
});
afterEach(() => rmSync(at, { recursive: true }));

/** What the service `certificates` does, as Compose hands it over, in directories of this test. */
function run(password: string, settings: NodeJS.ProcessEnv = {}) {
  const compose = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true });
  const { entrypoint, command, environment } = compose.services.certificates;
  const [program, ...words] = entrypoint as readonly [string, ...string[]];
  const script = String(command[0])
    .replaceAll('$$', '$')
    .replace(/\/(authority|certificates|ca)(?=[/\s]|$)/gm, (place, _, offset, whole) =>
      /[\w.]/.test(whole[offset - 1] ?? '') ? place : `${at}${place}`,
    );
  const env = {
    PATH: [join(at, 'bin'), process.env.PATH].join(delimiter),
    ...environment,
    ASKED: join(at, 'asked'),
    EVENTSTORE_PASSWORD: password,
    ...settings,
  };
  return spawnSync(program, [...words, script], {
    env,
    encoding: 'utf8',
    timeout: 20_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const fileOf = (...path: readonly string[]): string => readFileSync(join(at, ...path), 'utf8');

describe('the certificates of the cluster', () => {
  it('are made once: the authority’s for the replicas, and one for each node', () => {
    expect(run(PASSWORD)).toMatchObject({ status: 0, stderr: '' });
    const made = () =>
      [['ca', 'ca.crt'], ...NODES.map((node) => ['certificates', node, 'node.crt'])].map((path) => fileOf(...path));
    const first = made();
    expect(fileOf('ca', 'ca.crt')).toBe(fileOf('authority', 'ca.crt'));
    expect(existsSync(join(at, 'ca', 'ca.key'))).toBe(false);
    expect(run(PASSWORD)).toMatchObject({ status: 0, stderr: '' });
    expect(made()).toEqual(first);
  });

  it.each(['create-ca', 'create-node'])('are made whole after %s was cut off half way', (step) => {
    expect(run(PASSWORD, { BREAK: step }).status).toBe(9);
    const authority = existsSync(join(at, 'authority', 'ca.crt')) && fileOf('authority', 'ca.crt');
    expect(run(PASSWORD)).toMatchObject({ status: 0, stderr: '' });
    if (authority) expect(fileOf('authority', 'ca.crt')).toBe(authority);
    for (const node of NODES) expect(existsSync(join(at, 'certificates', node, 'node.crt'))).toBe(true);
  });

  it('last for years', () => {
    expect(run(PASSWORD).status).toBe(0);
    const days = fileOf('asked')
      .trim()
      .split('\n')
      .map((line) => Number(/ -days (\d+)/.exec(line)?.[1]));
    expect(days).toEqual([3_650, ...NODES.map(() => 1_825)]);
  });

  it.each(['', 'changeit'])(
    'are not made, and nothing is started, with a password that everybody knows: "%s"',
    (password) => {
      const { status, stderr } = run(password);
      expect([status, stderr]).toEqual([
        1,
        expect.stringMatching(/^EVENTSTORE_PASSWORD is not set, or .* into \.env\n$/),
      ]);
      expect(existsSync(join(at, 'authority', 'ca.crt'))).toBe(false);
    },
  );

  it.each(['p@ss', 'a/b', 'a%41', 'a b', 'naïve', '$x', 'a:b', 'a#b', "it's", 'a\nb'])(
    'are not made, and nothing is started, with a password that a URL would change: %j',
    (password) => {
      const { status, stderr } = run(password);
      expect([status, stderr]).toEqual([1, expect.stringMatching(/^EVENTSTORE_PASSWORD becomes part of a URL: .*\n$/)]);
      expect(existsSync(join(at, 'authority', 'ca.crt'))).toBe(false);
    },
  );
});
