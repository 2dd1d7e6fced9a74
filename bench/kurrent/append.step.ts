import { END, EventStoreDBClient, NO_STREAM as NONE, streamNameFilter } from '@eventstore/db-client';
import { v4 } from 'uuid';
import { NO_STREAM } from '../../src/event-store/event-store.js';
import { Appender } from '../../src/event-store/kurrent/appender.js';
import { shareClient } from '../../src/event-store/kurrent/kurrent-client.js';
import { openKurrentLog } from '../../src/event-store/kurrent/open-kurrent-log.js';
import { eventData } from '../../src/event-store/kurrent/stored-event.js';
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
  await measure(v4(), (event) => {
    const { log, stream } = event.envelope;
    const events = prepareAppend(log, stream, NO_STREAM, [event]).events.map(eventData);
    return client.appendToStream(prefix + stream, events, { expectedRevision: NONE });
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
  console.log(JSON.stringify({ perSecond: events.length / (await atOnce(events, AT_ONCE, append)) }));
}
