import { A_POSITION } from '../answers/parameters.js';
import { Text } from '../fields/index.js';
import { Refusal } from '../refusal.js';
import { parsePosition } from '../time/coordinates.js';

export class StreamParameters {
  @Text({
    max: 2_000,
    optional: true,
    description: 'Event types, separated by commas; all if left out.',
    example: 'FineImposed,FineChanged',
  })
  types?: string;

  @Text({
    max: 16,
    optional: true,
    description: 'How many events at most; all if left out.',
    schema: { type: 'integer', minimum: 1 },
    example: 2,
  })
  limit?: string;
}

export class EventsParameters extends StreamParameters {
  @Text({
    max: 16,
    optional: true,
    description: 'First position, inclusive; 1 if left out.',
    schema: A_POSITION,
    example: '31',
  })
  from?: string;

  @Text({
    max: 16,
    optional: true,
    description: 'Last position, inclusive; the head if left out.',
    schema: A_POSITION,
    example: '60',
  })
  to?: string;
}

export interface EventsRange {
  readonly from: number;
  readonly to: number;
  readonly types?: ReadonlySet<string> | undefined;
  readonly limit: number;
}

const COUNT = /^[1-9]\d{0,14}$/;

/** @throws {Refusal} invalid-coordinate for positions, invalid-parameter for the rest */
export function rangeOf({ from, to, types, limit }: Partial<EventsParameters>, known: readonly string[]): EventsRange {
  if (limit !== undefined && !COUNT.test(limit)) {
    throw new Refusal('invalid-parameter', `limit: write a whole number from 1 on, not "${limit}".`, {
      parameter: 'limit',
    });
  }
  const wanted = types?.split(',').map((type) => type.trim());
  const stranger = wanted?.find((type) => !known.includes(type));
  if (stranger !== undefined) {
    throw new Refusal(
      'invalid-parameter',
      `types: "${stranger}" is not an event type. The types are ${known.join(', ')}.`,
      {
        parameter: 'types',
      },
    );
  }
  return {
    from: Math.max(1, from === undefined ? 1 : parsePosition(from, 'from')),
    to: to === undefined ? Number.MAX_SAFE_INTEGER : parsePosition(to, 'to'),
    ...(wanted && { types: new Set(wanted) }),
    limit: limit === undefined ? Number.POSITIVE_INFINITY : Number(limit),
  };
}
