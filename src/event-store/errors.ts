/** What can go wrong with the log. Callers tell the errors apart by class; `name` is stable and may be logged. */
export abstract class EventStoreError extends Error {
  abstract override readonly name: string;
}

/** The stream has moved on (or doesn't exist): read it again and decide again. Nothing was stored. */
export class RevisionConflict extends EventStoreError {
  override readonly name = 'RevisionConflict';
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`stream ${stream} is at revision ${actual}, not ${expected}`);
  }
}

/**
 * The log can't be read or written just now. Whether an append that failed with it was stored may be unknown until
 * the stream is read again; repeating it with the same expected revision is safe.
 */
export class LogUnavailable extends EventStoreError {
  override readonly name = 'LogUnavailable';
}

/** Another process writes this data directory. */
export class LogInUse extends EventStoreError {
  override readonly name = 'LogInUse';
  constructor(
    readonly directory: string,
    options?: ErrorOptions,
  ) {
    super(
      `the data directory ${directory} is being written by another process: ` +
        'stop that one first, choose another directory, or open this one read-only',
      options,
    );
  }
}

/** There is a file where the log should be, but it isn't a log of this program. It was left as it is. */
export class LogNotOurs extends EventStoreError {
  override readonly name = 'LogNotOurs';
}

/** What is stored isn't what was once written: restore the log from a backup. */
export class LogDamaged extends EventStoreError {
  override readonly name = 'LogDamaged';
}

/** The log was written by a newer version of this program. It was left as it is. */
export class LogTooNew extends EventStoreError {
  override readonly name = 'LogTooNew';
  constructor(
    readonly path: string,
    readonly found: number,
    readonly known: number,
  ) {
    super(`${path} has schema version ${found}, this program knows ${known}: start a newer version of the program`);
  }
}

/** The log was opened for reading only. */
export class LogReadOnly extends EventStoreError {
  override readonly name = 'LogReadOnly';
}

/** One event, JCS(envelope) and JCS(data) together, is over the limit. Sizes are in bytes of UTF-8. */
export class EventTooLarge extends EventStoreError {
  override readonly name = 'EventTooLarge';
  constructor(
    readonly bytes: number,
    readonly limit: number,
  ) {
    super(`the event has ${bytes} bytes; at most ${limit} can be stored`);
  }
}

/** The events of one append together are more than the store takes at once. Sizes are in bytes; unknown if undefined. */
export class AppendTooLarge extends EventStoreError {
  override readonly name = 'AppendTooLarge';
  constructor(
    readonly bytes: number | undefined,
    readonly limit: number,
  ) {
    super(`the append has ${bytes ?? 'more'} bytes; at most ${limit} can be stored at once`);
  }
}

/** Something in a payload or envelope can't be kept exactly; `pointer` is the JSON Pointer of the place. */
export class NotStorable extends EventStoreError {
  override readonly name = 'NotStorable';
  constructor(
    readonly pointer: string,
    readonly detail: string,
  ) {
    super(`${pointer === '' ? 'the document' : pointer} ${detail}`);
  }
}

/** The append itself makes no sense (no events, wrong stream, gaps in the revisions): a defect of the caller. */
export class InvalidAppend extends EventStoreError {
  override readonly name = 'InvalidAppend';
}
