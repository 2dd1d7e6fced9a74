import type { SealedEvent } from './event-store.js';

/** What is stored instead of the payload, and of the salt, of an event whose payload was erased. */
export const ERASED_TEXT = '';

/** The type of the event that says that another's payload was erased. */
export const PAYLOAD_ERASED = 'PayloadErased';

/** The event without payload and salt: its envelope, and so its leaf, stay as they are. */
export const withoutPayload = ({ envelope }: SealedEvent): SealedEvent => ({
  envelope,
  salt: ERASED_TEXT,
  data: {},
  erased: true,
});
