import { Command, CommanderError } from 'commander';
import { version } from '../version.js';
import { addBackup } from './backup.command.js';
import { addDiff } from './diff.command.js';
import { explained } from './failure.js';
import { addHistory } from './history.command.js';
import { addImport } from './import.command.js';
import { addKey } from './key.command.js';
import { addMcp } from './mcp.command.js';
import { addMigrate } from './migrate.command.js';
import { addReplay } from './replay.command.js';
import { addRestore } from './restore.command.js';
import { addServe } from './serve.command.js';
import { SETTINGS } from './settings.js';
import { addSnapshot } from './snapshot.command.js';
import { addState } from './state.command.js';
import { addTimeline } from './timeline.command.js';
import { addWhatIf } from './what-if.command.js';
import { addWhy } from './why.command.js';

const EXAMPLES = `
Examples:
  $ regtime serve --sample                            serve the sample data at http://127.0.0.1:3000
  $ regtime import developments.ndjson --dry-run      what would an import do?
  $ regtime state --as-of 2021-09-15 --entity wechat  what was so on that day?
  $ regtime state --as-of 2021-09-15 --known-at 2026-03-01T00:00:00Z
                                                      … as it was known then
  $ regtime why links:wechat:taobao --as-of 2021-09-15
                                                      why is that so, and who says so?
  $ regtime history links:wechat:taobao --as-of 2021-09-15
                                                      what was believed of that day, and when
  $ regtime diff --from-as-of 2021-09-01 --to-as-of 2021-10-01
                                                      what changed in that month?
  $ regtime what-if correction.ndjson --as-of 2021-09-15
                                                      what would that change? nothing is recorded
  $ regtime timeline --matter platform-interoperability
  $ regtime timeline --data-dir ./var --json          read a data directory, served or not
  $ regtime replay --matter platform-interoperability --step
                                                      the story, one development at a time
  $ regtime mcp --data-dir ./var                      answer an assistant on this machine
  $ regtime backup --to backup.db                     copy the log while it is served
  $ regtime restore --from backup.db --data-dir ./elsewhere
  $ regtime migrate --from ./var --to esdb://localhost:2113
                                                      copy the log to an event store, or back
  $ regtime snapshot --to ./snapshot                  copy the views while they are served, for a new replica:
  $ regtime serve --data-dir ./replica --snapshot ./snapshot --event-store-url esdb://…
  $ regtime key create --role recorder --name newsdesk  from then on, who asks has to say so

Exit codes: 0 done, 1 refused or failed, 2 wrong usage.`;

/** Does what the arguments after the program's name say. @returns the exit code */
export async function run(words: readonly string[]): Promise<number> {
  // What is set to nothing is not set.
  for (const name of SETTINGS) if (process.env[name] === '') delete process.env[name];
  // Whoever reads may have read enough; a service goes on without readers.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    await program().parseAsync([...words], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const known = explained(error);
    console.error(known === undefined ? error : `regtime: ${known}`);
    return 1;
  }
}

function program(): Command {
  const regtime = new Command('regtime')
    .description('A record of regulatory developments: what happened, what was so on a day, what was known when.')
    .version(version(), '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('See regtime --help.')
    .exitOverride();
  const commands = [
    addServe,
    addImport,
    addState,
    addWhy,
    addHistory,
    addTimeline,
    addDiff,
    addWhatIf,
    addReplay,
    addMcp,
    addBackup,
    addRestore,
    addMigrate,
    addSnapshot,
    addKey,
  ];
  for (const add of commands) add(regtime);
  return regtime;
}
