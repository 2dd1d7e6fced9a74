import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ServeOptions, Service } from '../serve.js';
import { LOG_FORMATS, LOG_LEVELS } from '../telemetry/log-settings.js';
import type { Logging } from '../telemetry/logging.js';
import { accessOf, addAccess } from './access.options.js';

interface Options extends Omit<ServeOptions, 'logging'> {
  readonly eventStoreUrl?: string;
  readonly eventStorePrefix?: string;
  readonly logLevel?: Logging['level'];
  readonly logFormat?: Logging['format'];
}

const MAX_PORT = 65_535;
const STORE_URL = /^(esdb|kurrentdb)(\+discover)?:\/\/./i;

/** Of the page for people, where it was built: the links of a day on which nobody knows for sure. */
const SAMPLE_PAGE = '/?asOf=2021-09-15&fact=links:wechat:taobao';

const SAMPLE_PATHS = [
  '/v1/timeline?matter=platform-interoperability',
  '/v1/state?entity=wechat&asOf=2021-09-15',
  '/v1/facts/links:wechat:taobao?asOf=2021-09-15',
  '/v1/facts/links:wechat:taobao?asOf=2021-10-01',
];

export function addServe(program: Command): void {
  const serve = program
    .command('serve')
    .description('serve a data directory over HTTP, until SIGTERM or SIGINT')
    .addOption(new Option('--host <host>', 'where it listens').env('HOST').default('127.0.0.1'))
    .addOption(new Option('--port <port>', '0 picks a free one').env('PORT').argParser(parsePort).default(3000))
    .addOption(
      new Option('--data-dir <directory>', 'holds the log and the views, made if missing')
        .env('DATA_DIR')
        .default('./var'),
    )
    .addOption(
      new Option('--event-store-url <url>', 'a KurrentDB that keeps the log instead: esdb://… or kurrentdb://…')
        // Checked by the action: a parser's refusal shows the value, which may have a password in it.
        .env('EVENT_STORE_URL'),
    )
    .addOption(
      new Option('--event-store-prefix <prefix>', 'what our streams begin with there (default: "regtime.")').env(
        'EVENT_STORE_PREFIX',
      ),
    )
    .addOption(
      new Option('--snapshot <directory>', 'views to start from where there are none yet; see regtime snapshot').env(
        'SNAPSHOT',
      ),
    )
    .addOption(
      new Option('--log-level <level>', 'what is told on stderr; info tells of every request')
        .env('LOG_LEVEL')
        .choices(LOG_LEVELS)
        .default('warn'),
    )
    .addOption(
      new Option('--log-format <format>', 'by default text on a terminal, else JSON')
        .env('LOG_FORMAT')
        .choices(LOG_FORMATS),
    )
    .option('--sample', 'import the sample data at start (env: SAMPLE=1)');
  addAccess(serve).action(async (given: Options, command: Command) => {
    const {
      eventStoreUrl: url,
      eventStorePrefix: prefix,
      host,
      port,
      dataDir,
      snapshot,
      sample,
      logLevel: level,
      logFormat: format,
    } = given;
    if (url === undefined && prefix !== undefined) {
      command.error('error: --event-store-prefix is about the streams of an event store; give --event-store-url too', {
        exitCode: 2,
      });
    }
    if (url !== undefined && !STORE_URL.test(url)) {
      command.error('error: the URL of an event store begins with esdb:// or kurrentdb://', { exitCode: 2 });
    }
    await serveUntilStopped({
      host,
      port,
      dataDir,
      ...(url !== undefined && { server: { url, prefix } }),
      snapshot,
      sample: sample ?? process.env.SAMPLE === '1',
      logging: { level, format },
      ...accessOf(command),
    });
  });
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= MAX_PORT) return port;
  throw new InvalidArgumentError(`A port is a whole number from 0 to ${MAX_PORT}.`);
}

async function serveUntilStopped(options: ServeOptions): Promise<void> {
  // Heard from the beginning: a start that was told to stop is finished first, so that the stores are closed in order.
  const stop = stopSignal();
  // Only now: the other commands, and wrong usage, need not wait until the whole service is loaded.
  const { serve } = await import('../serve.js');
  const siteDir = fileURLToPath(new URL('../../web/', import.meta.url));
  const service = await serve({ ...options, siteDir, thread: options.dataDir !== ':memory:' });
  if (!stop.heard) announce(service, options.sample ?? false);
  await stop.signalled;
  await service.close();
}

function stopSignal(): { readonly heard: boolean; readonly signalled: Promise<void> } {
  let heard = false;
  const signalled = new Promise<void>((resolve) => {
    const hear = (): void => {
      if (heard) process.exit(1);
      heard = true;
      if (process.stderr.isTTY) console.error('stopping once what was accepted is finished; again stops at once');
      resolve();
    };
    process.on('SIGTERM', hear);
    process.on('SIGINT', hear);
  });
  return {
    get heard() {
      return heard;
    },
    signalled,
  };
}

function announce({ url, parts }: Service, sample: boolean): void {
  console.log(`listening on ${url}`);
  const paths = parts.site?.page ? ['/', SAMPLE_PAGE, ...SAMPLE_PATHS] : SAMPLE_PATHS;
  if (sample) console.log(['worth opening:', ...paths.map((path) => `  ${url}${path}`)].join('\n'));
}
