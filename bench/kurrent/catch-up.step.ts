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
  const began = performance.now();
  let seen = 0;
  const filter = streamNameFilter({ prefixes: [prefix], checkpointInterval: 1_000 });
  for await (const { event } of client.subscribeToAll({ fromPosition: START, filter })) {
    if (event?.metadata !== undefined) seen += 1;
    if (seen >= wanted) break;
  }
  tell(began);
  await client.dispose();
}

function tell(began: number, numberedPerSecond?: number): void {
  console.log(JSON.stringify({ perSecond: (wanted / (performance.now() - began)) * 1_000, numberedPerSecond }));
}
