import { ConsoleLogger, type LogLevel } from '@nestjs/common';

/** Warnings and errors, on stderr: stdout is for what was asked for. */
export class StderrLogger extends ConsoleLogger {
  constructor() {
    super({ prefix: 'regtime', logLevels: ['warn', 'error', 'fatal'], colors: process.stderr.isTTY ?? false });
  }

  protected override printMessages(
    messages: unknown[],
    context?: string,
    level?: LogLevel,
    _stream?: 'stdout' | 'stderr',
    ...rest: [errorStack?: unknown, parameters?: Record<string, unknown>]
  ): void {
    super.printMessages(messages, context, level, 'stderr', ...rest);
  }
}
