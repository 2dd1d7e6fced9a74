import { named, object, type Schema, whole } from '../schema.js';
import { instant, recordedPosition, slug } from '../values.schema.js';

/** The answer to PUT of an entity or matter. */
export interface Registration {
  readonly slug: string;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: string;
}

export const REGISTRATION: Schema<Registration> = named(
  'Registration',
  object({
    slug: slug('What developments name it by.'),
    revision: whole('The number of its last event in its stream.'),
    position: recordedPosition('Where that event is in the log, for minPosition.'),
    recordedAt: instant('When that was recorded.'),
  }),
);
