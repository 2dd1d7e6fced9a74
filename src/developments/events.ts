import type { JsonObject } from '../event-store/canonical.js';
import { PAYLOAD_ERASED } from '../event-store/erased.js';
import type { Timing } from './timing.js';

/** A development as it is stated, whole: what the first event and every correction hold. */
export interface Version {
  readonly kind: string;
  readonly title: string;
  readonly when: string;
  readonly matter?: string;
  readonly timing?: readonly Timing[];
  readonly details: JsonObject;
  readonly note?: string;
  readonly replaces?: string;
  /** What was stated was erased; this only stands for it. */
  readonly erased?: true;
}

/** Where it was read. */
export type Source = JsonObject;

export type Cause = 'recording-error' | 'source-error' | 'new-information';
export const CAUSES: readonly Cause[] = ['recording-error', 'source-error', 'new-information'];

/** The first event; its type is the kind, so the kind is not said again. */
type Recorded = Omit<Version, 'kind'> & { readonly sources: readonly Source[] };
/** Of what stands for an erased document. */
interface Erasable {
  readonly erased?: true;
}
interface Corrected extends Erasable {
  readonly version: Version;
  /** JSON Pointers of what changed. */
  readonly changed: readonly string[];
  readonly reason: string;
  readonly cause?: Cause;
  readonly sources?: readonly Source[];
}
interface SourceAdded extends Erasable {
  readonly source?: Source;
}

/** The streams of this service: one per development, entity and matter. */
export const streamOf = {
  development: (id: string): string => `development-${id}`,
  entity: (slug: string): string => `entity-${slug}`,
  matter: (slug: string): string => `matter-${slug}`,
};

export interface DevelopmentState {
  readonly version: Version;
  readonly sources: readonly Source[];
  /** Events were erased that named others, or may have. */
  readonly sourcesErased?: true;
  readonly revision: number;
  /** Also while what it states is erased. */
  readonly retracted: boolean;
}

/** One event of a development's stream, as far as the fold needs it. */
export interface DevelopmentEvent {
  readonly type: string;
  readonly revision: number;
  readonly data: JsonObject;
}

/** What is not known to have been stated counts no more than what was retracted. */
const isErased = ({ erased }: Version): boolean => erased === true;

const alsoErased = ({ erased }: Erasable): Pick<DevelopmentState, 'sourcesErased'> =>
  erased ? { sourcesErased: true } : {};

/** The fold: the state after one more event. */
export function evolve(state: DevelopmentState | undefined, event: DevelopmentEvent): DevelopmentState {
  const { type, revision } = event;
  if (state === undefined) {
    const { sources, ...rest } = event.data as unknown as Recorded;
    const version: Version = { kind: type, ...rest };
    return { version, sources, ...alsoErased(version), revision, retracted: isErased(version) };
  }
  switch (type) {
    case 'DevelopmentCorrected': {
      const { version, sources = [], erased } = event.data as unknown as Corrected;
      // What is corrected was not retracted, unless by an erasure.
      const retracted = isErased(version);
      return {
        ...state,
        ...alsoErased({ erased }),
        version,
        sources: [...state.sources, ...sources],
        revision,
        retracted,
      };
    }
    case 'DevelopmentRetracted':
      return { ...state, revision, retracted: true };
    case 'DevelopmentReinstated':
      return { ...state, revision, retracted: isErased(state.version) };
    case 'SourceAdded': {
      const { source, erased } = event.data as unknown as SourceAdded;
      return {
        ...state,
        ...alsoErased({ erased }),
        sources: [...state.sources, ...(source ? [source] : [])],
        revision,
      };
    }
    case PAYLOAD_ERASED:
      return { ...state, revision };
    default:
      throw new Error(`a development's stream holds no ${type}`);
  }
}
