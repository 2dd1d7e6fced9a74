import type { JsonObject } from '../event-store/canonical.js';
import type { Source, Version } from './events.js';

const TITLE = 'Erased';

/**
 * What stands for a version whose payload was erased: nobody knows any longer what was said, or of which day. Of a kind
 * that may say nothing, so that whatever goes by a version need not know of erasures.
 */
const VERSION: Version = {
  kind: 'DevelopmentNoted',
  title: TITLE,
  when: '[0001-01-01..9999-12-31]',
  details: { effects: [] },
  erased: true,
};
const SOURCE: Source = { publisher: TITLE, title: TITLE };

const DATA: Readonly<Record<string, object>> = {
  DevelopmentCorrected: { version: VERSION, changed: [], reason: TITLE },
  DevelopmentRetracted: { reason: TITLE },
  DevelopmentReinstated: { reason: TITLE },
  SourceAdded: { source: SOURCE },
};

/** The document that stands for an erased one of a development's stream; its type, which is known, still counts. */
export const insteadOf = (type: string): JsonObject => (DATA[type] ?? { ...VERSION, sources: [] }) as JsonObject;
