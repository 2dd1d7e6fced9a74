import { list, named, object, only, optional, type Schema, text, wordOf } from '../schema.js';
import { position, uuid } from '../values.schema.js';

interface Parked {
  readonly projection: string;
  readonly position: string;
  readonly error: string;
}

/** How the service is. */
export interface Readiness {
  readonly status: 'ready' | 'degraded' | 'starting' | 'unavailable';
  readonly reason?: string | undefined;
  readonly log?: { readonly id: string; readonly position: string };
  readonly views: { readonly position: string; readonly parked: readonly Parked[]; readonly interrupted?: true };
}

export const LIVE = named(
  'Liveness',
  object<{ readonly status: 'live' }>({ status: only('live', 'The process answers.') }),
);

/** How far the start has come. */
export interface Started {
  readonly status: 'started' | 'starting';
}

export const STARTED: Schema<Started> = named(
  'Started',
  object({ status: wordOf(['started', 'starting'], 'starting: the views catch up for the first time.') }),
);

const PARKED: Schema<Parked> = object({
  projection: text('The view that stopped.'),
  position: position('The event that it can not handle.'),
  error: text('Why.'),
});

export const READINESS: Schema<Readiness> = named(
  'Readiness',
  object({
    status: wordOf(
      ['ready', 'degraded', 'starting', 'unavailable'],
      'degraded: a view has stopped, or all stand still for now. starting: the views catch up. unavailable: the log is out of reach.',
    ),
    reason: optional(text('Why the log is out of reach, or damaged.')),
    log: optional(
      object<NonNullable<Readiness['log']>>(
        { id: uuid('The log.'), position: position('Its last position.') },
        'The log, where it can be reached.',
      ),
    ),
    views: object<Readiness['views']>(
      {
        position: position('How far the views are.'),
        parked: list(PARKED, 'Views that stopped.'),
        interrupted: optional(only(true, 'Stands while following the log has failed and is tried again.')),
      },
      'The views.',
    ),
  }),
);
