import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import type { Endpoint } from './membership.js';

const serviceError = (code: status, details: string, trailers: Readonly<Record<string, string>> = {}): ServiceError => {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata });
};

/** How the server says no outside of a batch append: a status, and trailers that name the exception. */
export const wireErrors = {
  notLeader: ({ address, port }: Endpoint): ServiceError =>
    serviceError(status.NOT_FOUND, 'Leader info available', {
      exception: 'not-leader',
      'leader-endpoint-host': address,
      'leader-endpoint-port': String(port),
    }),
  notReady: (): ServiceError => serviceError(status.UNAVAILABLE, 'Server Is Not Ready'),
  busy: (): ServiceError => serviceError(status.UNAVAILABLE, 'Server Is Too Busy'),
  streamDeleted: (stream: string): ServiceError =>
    serviceError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
      exception: 'stream-deleted',
      'stream-name': stream,
    }),
  wrongExpectedVersion: (stream: string, expected: bigint, actual: bigint): ServiceError =>
    serviceError(
      status.FAILED_PRECONDITION,
      `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${actual}`,
      {
        exception: 'wrong-expected-version',
        'stream-name': stream,
        'expected-version': String(expected),
        'actual-version': String(actual),
      },
    ),
  maxAppendSize: (bytes: number): ServiceError =>
    serviceError(status.INVALID_ARGUMENT, `Maximum Append Size of ${bytes} Exceeded.`, {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': String(bytes),
    }),
  timeout: (message: string): ServiceError => serviceError(status.ABORTED, `Operation timed out: ${message}`),
  tooSlow: (): ServiceError =>
    serviceError(
      status.ABORTED,
      'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.',
    ),
  invalidPosition: (): ServiceError => serviceError(status.UNKNOWN, 'Unexpected ReadAllResult: Error'),
  invalidArgument: (details: string): ServiceError => serviceError(status.INVALID_ARGUMENT, details),
  /** What is left of a call when the process is told to stop. */
  handlerThrew: (): ServiceError => serviceError(status.UNKNOWN, 'Exception was thrown by handler.'),
} as const;
