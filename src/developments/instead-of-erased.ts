import type { JsonObject } from '../event-store/canonical.js';
import type { Version } from './events.js';

/**
 * What stands for a version whose payload was erased: nobody knows any longer what was said, or of which day. Of a kind
 * that may say nothing, so that whatever goes by a version need not know of erasures.
 */
const VERSION: Version = {
  kind: 'DevelopmentNoted',
  title: 'Erased',
  when: '[0001-01-01..9999-12-31]',
  details: { effects: [] },
  erased: true,
};
const NOTHING = { erased: true };

const DATA: Readonly<Record<string, object>> = {
  DevelopmentCorrected: { version: VERSION, ...NOTHING },
  DevelopmentRetracted: NOTHING,
  DevelopmentReinstated: NOTHING,
  SourceAdded: NOTHING,
};

/** The document that stands for an erased one of a development's stream; its type, which is known, still counts. */
export const insteadOf = (type: string): JsonObject => (DATA[type] ?? { ...VERSION, sources: [] }) as JsonObject;
