import { AccessError } from '../access/access-error.js';
import { EventStoreError } from '../event-store/errors.js';
import { TracingUnavailable } from '../telemetry/tracing-unavailable.js';

/** What was asked for did not come about; the message is for the person at the terminal. Ends with exit code 1. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** One line for a person about anything thrown; undefined for what nobody foresaw. */
export function explained(error: unknown): string | undefined {
  if ([Failure, EventStoreError, AccessError, TracingUnavailable].some((known) => error instanceof known)) {
    return (error as Error).message;
  }
  if (!(error instanceof Error)) return undefined;
  const {
    code = '',
    syscall,
    address,
    port,
    message,
  } = error as NodeJS.ErrnoException & {
    readonly address?: string;
    readonly port?: number;
  };
  if (code === 'EADDRINUSE') {
    return `port ${port} at ${address} is in use by another process: stop that one, or choose another port with --port`;
  }
  if (code === 'EACCES' && syscall === 'listen') return `port ${port} may not be used here: choose one with --port`;
  if (syscall === 'listen' || syscall === 'getaddrinfo') {
    return `it can't listen at the address given with --host: ${message}`;
  }
  if (code.startsWith('SQLITE_')) return `the views can't be used: ${message} (${code})`;
  return syscall === undefined ? undefined : message;
}
