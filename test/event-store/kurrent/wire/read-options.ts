import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { type AllFilter, filterOf } from './all-filter.js';

const BACKWARDS = 1;

export const isBackwards = (options: ReadReq.Options): boolean => options.getReadDirection() === BACKWARDS;

/** What a filter of the wire lets through. */
export function allFilter(filter: ReadReq.Options.FilterOptions): AllFilter {
  const on = filter.hasEventType() ? 'type' : 'stream';
  const expression = filter.getEventType() ?? filter.getStreamIdentifier();
  return filterOf({ on, regex: expression?.getRegex() ?? '', prefixes: expression?.getPrefixList() ?? [] });
}
