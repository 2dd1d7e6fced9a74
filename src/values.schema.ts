import { type Schema, text } from './schema.js';

/** Values that many answers have in common. */

export const position = (description: string): Schema<string> => text(description, { pattern: '^(0|[1-9]\\d*)$' });

/** A position as an acknowledgement tells it: the store's own while this node has not numbered it. */
export const recordedPosition = (description: string): Schema<string> =>
  text(
    `${description} On KurrentDB it is \`store:<commit>/<prepare>\` if this node takes long to number it, which is taken wherever a position is.`,
    {
      pattern: '^(0|[1-9]\\d*|store:\\d+/\\d+)$',
    },
  );

export const instant = (description: string): Schema<string> =>
  text(description, { format: 'date-time', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' });

export const day = (description: string): Schema<string> => text(description, { format: 'date' });

export const uuid = (description: string): Schema<string> => text(description, { format: 'uuid' });

export const slug = (description: string): Schema<string> =>
  text(description, { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 64 });

export const sha256 = (description: string): Schema<string> => text(description, { pattern: '^[0-9a-f]{64}$' });
