import { randomUUID } from 'node:crypto';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { NodeContext } from './node-context.js';
import type { Outlet } from './outlet.js';
import { readMessages } from './read-messages.js';
import type { StoredEvent } from './records.js';
import { wireErrors } from './wire-errors.js';

/** What is subscribed to: first page by page from the log, then event by event as they are committed. */
export interface SubscriptionSource {
  /** What follows the page before. `end` when there was nothing more in the log. */
  nextPage(): { readonly messages: readonly ReadResp[]; readonly end: boolean };
  /** What a new event is to this subscription; @throws what the subscription fails with. */
  live(event: StoredEvent): readonly ReadResp[];
}

/** Confirmation, the past, caughtUp, then the present until the call is over. */
export async function runSubscription(node: NodeContext, outlet: Outlet, source: SubscriptionSource): Promise<void> {
  await outlet.send(readMessages.confirmation(randomUUID()));
  for (let end = false; !end && !outlet.over; ) {
    const page = source.nextPage();
    for (const message of page.messages) await outlet.send(message);
    end = page.end;
  }
  // What was committed while the last page was being sent, read in one go with the turn to the present.
  const queue: ReadResp[] = [];
  for (let end = false; !end; ) {
    const page = source.nextPage();
    queue.push(...page.messages);
    end = page.end;
  }
  queue.push(readMessages.caughtUp());
  let wake: (() => void) | undefined;
  const stop = node.store.log.onCommitted((event) => {
    try {
      queue.push(...source.live(event));
    } catch (error) {
      outlet.fail(error as Error);
    }
    if (queue.length > node.faults.liveBuffer) outlet.fail(wireErrors.tooSlow());
    wake?.();
  });
  outlet.whenOver(() => {
    stop();
    wake?.();
  });
  outlet.goLive();
  while (!outlet.over) {
    const message = queue.shift();
    if (message) await outlet.send(message);
    else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
}
