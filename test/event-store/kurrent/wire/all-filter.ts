import type { StoredEvent } from './records.js';

/** Which events of `$all` a reader sees. */
export type AllFilter = (event: StoredEvent) => boolean;

const isHidden = ({ stream }: StoredEvent): boolean =>
  stream === '$epoch-information' ||
  (stream.startsWith('$persistentsubscription-$all::') && /-(checkpoint|parked)$/.test(stream));

/** Everything but the server's own housekeeping. */
export const everything: AllFilter = (event) => !isHidden(event);

export interface FilterExpression {
  readonly on: 'stream' | 'type';
  /** Empty when prefixes are given. */
  readonly regex: string;
  readonly prefixes: readonly string[];
}

export function filterOf({ on, regex, prefixes }: FilterExpression): AllFilter {
  const text = on === 'stream' ? (event: StoredEvent) => event.stream : (event: StoredEvent) => event.type;
  const pattern = regex === '' ? undefined : new RegExp(regex);
  return (event) =>
    everything(event) &&
    (pattern ? pattern.test(text(event)) : prefixes.some((prefix) => text(event).startsWith(prefix)));
}
