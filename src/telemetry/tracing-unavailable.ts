/** Traces are asked for, but can't be had; the message says what to do. */
export class TracingUnavailable extends Error {
  override readonly name = 'TracingUnavailable';
}
