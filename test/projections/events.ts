import type { RecordedEvent } from '../../src/event-store/event-store.js';
import { sealed } from '../event-store/sealed.js';

export const LOG = '0b6a7f66-5f0c-4b7e-8f5e-0d2f6f5f9a11';

type Rest = NonNullable<Parameters<typeof sealed>[3]> & { readonly revision?: number };

/** An event of a log in which nothing else need be. */
export function recorded(position: number, stream: string, { revision = 0, ...rest }: Rest = {}): RecordedEvent {
  const event = sealed(LOG, stream, revision, rest);
  return { ...event, position, recordedAt: event.envelope.recordedAt };
}
