import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import type { LineResult, Summary } from '../import/importer.js';
import { Failure } from './failure.js';
import { keyOption, type Service, urlOption } from './service-url.js';
import { StatusLine } from './status-line.js';
import { upload } from './upload.js';
import { count, number, plain } from './wording.js';

interface Options extends Service {
  readonly dryRun?: true;
  readonly json?: true;
}

/** Of a problem document, what a person needs. */
interface Told {
  readonly code?: string;
  readonly detail?: string;
}

export function addImport(program: Command): void {
  program
    .command('import')
    .description('import NDJSON into a running service; the same file again records nothing')
    .argument('<file>', 'one statement a line; - reads from stdin')
    .addOption(urlOption())
    .addOption(keyOption())
    .option('--dry-run', 'record nothing, only tell what would happen')
    .option('--json', 'print the result of every line as the service gives it')
    .action(importFile);
}

async function importFile(file: string, { url, key, dryRun = undefined, json }: Options): Promise<void> {
  const service: Service = { url, key };
  const body = file === '-' ? process.stdin : createReadStream(file);
  const status = new StatusLine();
  const started = performance.now();
  let done = 0;
  let summary: Summary | undefined;
  try {
    for await (const { text, value } of upload(service, body, dryRun ?? false)) {
      const result: LineResult | { readonly summary: Summary } = value;
      if (json) process.stdout.write(`${text}\n`);
      if ('summary' in result) {
        summary = result.summary;
        break;
      }
      done += 1;
      if (result.status === 'refused' && !json) {
        status.clear();
        console.error(refusedLine(result));
      }
      status.show(() => `${count(done, 'line')}, ${rate(done, performance.now() - started)}`);
    }
  } finally {
    status.clear();
  }
  if (!summary) {
    throw new Failure(
      `${url} ended before all was imported, as a service does that is stopped (${count(done, 'line')} answered): ` +
        'import again, which leaves what was recorded unchanged',
    );
  }
  if (!json) console.log(summaryText(summary, dryRun ?? false));
  if (summary.refused > 0) throw new Failure(`${count(summary.refused, 'line was', 'lines were')} refused`);
}

const rate = (lines: number, milliseconds: number): string =>
  `${number(Math.round((lines * 1000) / Math.max(milliseconds, 1)))} a second`;

function refusedLine({ line, problem }: LineResult): string {
  const { code = 'refused', detail = '' } = (problem ?? {}) as Told;
  return plain(`line ${line}: ${code}: ${detail}`);
}

const summaryText = ({ lines, recorded, unchanged, refused }: Summary, dryRun: boolean): string =>
  `${count(lines, 'line')}: ${number(recorded)} ${dryRun ? 'would be ' : ''}recorded, ${number(unchanged)} unchanged, ` +
  `${number(refused)} refused${dryRun ? ' (dry run: nothing was recorded)' : ''}`;
