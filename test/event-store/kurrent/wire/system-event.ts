import { randomUUID } from 'node:crypto';
import type { ProposedEvent } from './records.js';

const NOTHING_IN_IT = new Uint8Array();

/** An event that the server writes for itself; `json` is its data, none for a tombstone. */
export const systemEvent = (type: string, json?: string): ProposedEvent => ({
  id: randomUUID(),
  type,
  isJson: json !== undefined,
  data: json === undefined ? NOTHING_IN_IT : Buffer.from(json, 'utf8'),
  metadata: NOTHING_IN_IT,
});
