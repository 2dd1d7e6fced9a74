import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTINGS } from '../../src/cli/settings.js';
import { build, ROOT } from '../cli/build.js';
import { temporaryDirectory } from '../cli/program.js';

/** What became of one command. */
export interface Outcome {
  readonly command: string;
  readonly code: number;
  readonly printed: string;
}

/** Where commands of a page are run: in a checkout, as far as they can tell, beside a service that is running. */
export class Shell {
  readonly directory = temporaryDirectory();
  readonly #env: NodeJS.ProcessEnv;

  constructor(service: { readonly url: string; readonly dataDir: string }) {
    const programs = join(this.directory, '.programs');
    mkdirSync(programs);
    for (const name of ['data', 'docs']) symlinkSync(join(ROOT, name), join(this.directory, name));
    const regtime = `exec '${process.execPath}' '${join(build(), 'src', 'cli.js')}'`;
    const scripts = {
      regtime: `${regtime} "$@"`,
      // The test has started the service already.
      npm: `case "$*" in ci|start*) exit 0;; esac\nwhile [ "$1" != -- ]; do shift; done; shift; ${regtime} "$@"`,
      // A page shows what is answered; here a refusal has to be noticed, too.
      curl: `exec /usr/bin/env -S PATH=/usr/local/bin:/usr/bin:/bin curl --fail-with-body --max-time 30 "$@"`,
    };
    for (const [name, script] of Object.entries(scripts)) {
      writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`);
      chmodSync(join(programs, name), 0o755);
    }
    const env: NodeJS.ProcessEnv = { ...process.env };
    for (const name of SETTINGS) delete env[name];
    this.#env = {
      ...env,
      PATH: `${programs}:${process.env.PATH}`,
      REGTIME_URL: service.url,
      DATA_DIR: service.dataDir,
    };
  }

  /** Runs commands one after the other in one shell, so that variables hold from each to the next. */
  run(commands: readonly string[]): readonly Outcome[] {
    const script = commands.map((command, number) => `{ ${command}\n} >${number}.out 2>&1; echo $? >${number}.code\n`);
    const { error } = spawnSync('bash', ['-c', script.join('')], {
      cwd: this.directory,
      env: this.#env,
      timeout: 60_000,
    });
    if (error) throw error;
    return commands.map((command, number) => {
      const read = (ending: string): string => {
        const path = join(this.directory, `${number}.${ending}`);
        return existsSync(path) ? readFileSync(path, 'utf8') : '';
      };
      return { command, code: Number(read('code') || Number.NaN), printed: read('out') };
    });
  }
}
