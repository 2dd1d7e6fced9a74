import { BroadcastChannel, parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { CommittedGroup } from '../committed-group.js';
import { BUSY_TIMEOUT_MS, makeDurable } from './connection.js';
import { type AppendTexts, eventWriter } from './event-writer.js';
import { isSqliteFailure } from './sqlite-errors.js';
import { commitChannel, type FromWriter, type ToWriter, type WriterData } from './writer-messages.js';

/** The thread that writes a log for the one that has opened it, and holds its lock. */

const { path } = workerData as WriterData;
const database = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
makeDurable(database);

const commits = new BroadcastChannel(commitChannel(path));
let group: CommittedGroup;
const write = eventWriter(database, (over) => {
  group = over;
});

function answer(number: number, appends: readonly AppendTexts[]): FromWriter {
  try {
    const written = write(appends);
    commits.postMessage('committed');
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
  commits.close();
  parentPort?.close();
});
