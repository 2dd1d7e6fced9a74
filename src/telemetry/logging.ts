import { pino } from 'pino';
import type { LOG_FORMATS, LOG_LEVELS } from './log-settings.js';
import { asText } from './log-text.js';

export interface Logging {
  readonly level?: (typeof LOG_LEVELS)[number];
  /** By default text where stderr is a terminal, else JSON. */
  readonly format?: (typeof LOG_FORMATS)[number];
  /** Takes lines; stderr unless given, for stdout is for what was asked for. */
  readonly to?: { write(line: string): unknown };
}

/** Of errors what was thrown where: other members of theirs may hold what somebody has sent. */
const errorMembers = (error: unknown): object => {
  if (!(error instanceof Error)) return { message: String(error) };
  const { type, message, stack } = pino.stdSerializers.err(error);
  return { type, message, stack };
};

let stderr: ReturnType<typeof pino.destination> | undefined;

/** Without waiting for whoever reads it; what is left is written when the process ends. */
function toStderr(): NonNullable<Logging['to']> {
  stderr ??= pino.destination({ dest: 2, sync: false });
  return stderr;
}

/** Writes a line for everything that is told at `level` or above it: JSON, or text for people. */
export function openLog({ level = 'warn', format, to = toStderr() }: Logging = {}): pino.Logger {
  const isText = (format ?? (process.stderr.isTTY ? 'text' : 'json')) === 'text';
  return pino(
    {
      level,
      base: null,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: {
        err: errorMembers,
        // The web framework's: without these all of their headers would be told.
        req: ({ method }: { method?: string }) => ({ method }),
        res: ({ statusCode }: { statusCode?: number }) => ({ status: statusCode }),
      },
    },
    isText
      ? { write: (line: string) => void to.write(asText(line)) }
      : { write: (line: string) => void to.write(line) },
  );
}

export type Log = pino.Logger;
