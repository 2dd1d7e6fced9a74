import { EventStoreDBClient, START, streamNameFilter } from '@eventstore/db-client';
import { openKurrentLog } from '../../src/event-store/kurrent/open-kurrent-log.js';

/** Reads a log from its start, by the adapter or by the bare client. Prints how many events a second, and how numbering went. */
const [by, url = '', prefix = '', directory = '', count = ''] = process.argv.slice(2);
const wanted = Number(count);

if (by === 'adapter') {
  const opening = performance.now();
  const store = await openKurrentLog({ url, prefix, directory, clock: Date.now });
  const numbering = performance.now() - opening;
  const began = performance.now();
  for await (const page of store.subscribeAll(1, new AbortController().signal)) {
    if ((page.at(-1)?.position ?? 0) >= wanted) break;
  }
  tell(began, (wanted / numbering) * 1_000);
  await store.close();
} else {
  const client = EventStoreDBClient.connectionString(url);
  // As the adapter has done by then: connects, and reads.
  for await (const _ of client.readAll({ maxCount: 1, requiresLeader: true }));
  const began = performance.now();
  let seen = 0;
  const filter = streamNameFilter({ prefixes: [prefix, `$$${prefix}`], maxSearchWindow: 500, checkpointInterval: 1 });
  const options = { fromPosition: START, filter, requiresLeader: true } as const;
  for await (const { event } of client.subscribeToAll(options, { highWaterMark: 500 })) {
    if (event?.metadata !== undefined) seen += 1;
    if (seen >= wanted) break;
  }
  tell(began);
  await client.dispose();
}

function tell(began: number, numberedPerSecond?: number): void {
  console.log(JSON.stringify({ perSecond: (wanted / (performance.now() - began)) * 1_000, numberedPerSecond }));
}
