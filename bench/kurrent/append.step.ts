import {
  END,
  EventStoreDBClient,
  type JSONType,
  jsonEvent,
  NO_STREAM as NONE,
  streamNameFilter,
} from '@eventstore/db-client';
import { v4 } from 'uuid';
import { NO_STREAM } from '../../src/event-store/event-store.js';
import { Appender } from '../../src/event-store/kurrent/appender.js';
import { shareClient } from '../../src/event-store/kurrent/kurrent-client.js';
import { openKurrentLog } from '../../src/event-store/kurrent/open-kurrent-log.js';
import { prepareAppend } from '../../src/event-store/prepared-append.js';
import { atOnce, madeUp } from './made-up.js';

/**
 * Appends so many events, 50 at once: by the adapter, until they are numbered or only until they are stored; by the bare
 * client; or by it beside a subscription to what it writes, without which nothing could be numbered. Prints how many a
 * second.
 */
const [by, url = '', prefix = '', directory = '', count = ''] = process.argv.slice(2);
const AT_ONCE = 50;
const WARMING = 500;
/** As long as the hash that an event has beside it. */
const LEAF = '0'.repeat(64);

if (by === 'adapter') {
  const store = await openKurrentLog({ url, prefix, directory, clock: Date.now });
  await measure(store.log, (event) => store.append(event.envelope.stream, NO_STREAM, [event]));
  await store.close();
} else if (by === 'durable') {
  const { client, server, release } = shareClient(url);
  const appender = new Appender({ client, server, prefix });
  await measure(v4(), (event) =>
    appender.append(prepareAppend(event.envelope.log, event.envelope.stream, NO_STREAM, [event])),
  );
  await release();
} else {
  const client = EventStoreDBClient.connectionString(url);
  if (by === 'watched') void watch(client);
  await measure(v4(), ({ envelope, salt, data }) => {
    const { id, type, stream } = envelope;
    const event = jsonEvent({ id, type, data: data as JSONType, metadata: { envelope, salt, leaf: LEAF } });
    return client.appendToStream(prefix + stream, event, { expectedRevision: NONE });
  });
  void client.dispose();
  process.exitCode = 0;
  setTimeout(() => process.exit(), 100);
}

async function watch(client: EventStoreDBClient): Promise<void> {
  const filter = streamNameFilter({ prefixes: [prefix], checkpointInterval: 1_000 });
  for await (const _ of client.subscribeToAll({ fromPosition: END, filter }, { highWaterMark: 500 }));
}

async function measure(log: string, append: (event: ReturnType<typeof madeUp>[number]) => Promise<unknown>) {
  await atOnce(madeUp(log, WARMING), 5, append);
  const events = madeUp(log, Number(count));
  const before = process.cpuUsage();
  const perSecond = events.length / (await atOnce(events, AT_ONCE, append));
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ perSecond, cpu: (user + system) / events.length }));
}
