import { EventStoreDBClient, NO_STREAM as NONE } from '@eventstore/db-client';
import { v4 } from 'uuid';
import { NO_STREAM } from '../../src/event-store/event-store.js';
import { openKurrentLog } from '../../src/event-store/kurrent/open-kurrent-log.js';
import { eventData } from '../../src/event-store/kurrent/stored-event.js';
import { prepareAppend } from '../../src/event-store/prepared-append.js';
import { atOnce, madeUp } from './made-up.js';

/** Appends so many events, 50 at once, by the adapter or by the bare client. Prints how many a second. */
const [by, url = '', prefix = '', directory = '', count = ''] = process.argv.slice(2);
const AT_ONCE = 50;
const WARMING = 500;

if (by === 'adapter') {
  const store = await openKurrentLog({ url, prefix, directory, clock: Date.now });
  await measure(store.log, (event) => store.append(event.envelope.stream, NO_STREAM, [event]));
  await store.close();
} else {
  const client = EventStoreDBClient.connectionString(url);
  await measure(v4(), (event) => {
    const { log, stream } = event.envelope;
    const events = prepareAppend(log, stream, NO_STREAM, [event]).events.map(eventData);
    return client.appendToStream(prefix + stream, events, { expectedRevision: NONE });
  });
  await client.dispose();
}

async function measure(log: string, append: (event: ReturnType<typeof madeUp>[number]) => Promise<unknown>) {
  await atOnce(madeUp(log, WARMING), 5, append);
  const events = madeUp(log, Number(count));
  console.log(JSON.stringify({ perSecond: events.length / (await atOnce(events, AT_ONCE, append)) }));
}
