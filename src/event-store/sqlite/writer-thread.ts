import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { CommittedGroup } from '../committed-group.js';
import { BUSY_TIMEOUT_MS, makeDurable } from './connection.js';
import { type AppendTexts, eventWriter } from './event-writer.js';
import { isSqliteFailure } from './sqlite-errors.js';
import type { FromWriter, ToWriter, WriterData } from './writer-messages.js';

/** The thread that writes a log for the one that has opened it, and holds its lock. */

const { path } = workerData as WriterData;
const database = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
makeDurable(database);

let group: CommittedGroup;
const write = eventWriter(database, (over) => {
  group = over;
});

function answer(number: number, appends: readonly AppendTexts[]): FromWriter {
  try {
    const written = write(appends);
    return { number, written, group };
  } catch (error) {
    // Whatever else it is ends the thread.
    if (!isSqliteFailure(error)) throw error;
    const { code, message } = error;
    return { number, failure: { code, message }, group };
  }
}

parentPort?.on('message', (message: ToWriter) => {
  if (message !== 'close') return parentPort?.postMessage(answer(message.number, message.appends));
  database.close();
  parentPort?.close();
});
