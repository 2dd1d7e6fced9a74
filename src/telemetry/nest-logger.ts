import type { LoggerService } from '@nestjs/common';
import type { Log } from './logging.js';

/** Who in the framework tells of every route and module at its start. */
const FRAMEWORK = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

/** Hands what is told to the framework's loggers on to the log. */
export class NestLogger implements LoggerService {
  constructor(private readonly to: Log) {}

  log(message: unknown, ...rest: readonly unknown[]): void {
    this.#tell(FRAMEWORK.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  fatal(message: unknown, ...rest: readonly unknown[]): void {
    this.#tell('fatal', message, rest);
  }

  error(message: unknown, ...rest: readonly unknown[]): void {
    this.#tell('error', message, rest);
  }

  warn(message: unknown, ...rest: readonly unknown[]): void {
    this.#tell('warn', message, rest);
  }

  debug(message: unknown, ...rest: readonly unknown[]): void {
    this.#tell('debug', message, rest);
  }

  verbose(message: unknown, ...rest: readonly unknown[]): void {
    this.#tell('trace', message, rest);
  }

  /** @param rest what went wrong, where something did: an error or its stack; last who tells it */
  #tell(level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace', message: unknown, rest: readonly unknown[]) {
    const logger = rest.at(-1);
    const cause = message instanceof Error ? message : rest.slice(0, -1).find((each) => each !== undefined);
    this.to[level](
      {
        ...(typeof logger === 'string' && { logger }),
        ...(cause instanceof Error && { err: cause }),
        ...(typeof cause === 'string' && { stack: cause }),
      },
      message instanceof Error ? message.message : String(message),
    );
  }
}
