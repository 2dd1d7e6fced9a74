import type { LogContents } from '../event-store/copy-log.js';

/** One line by which copies of a log can be compared: the same contents, the same line. */
export const contentsText = ({ log, position, recordedAt, digest }: LogContents): string =>
  `log ${log}, position ${position} (${recordedAt === null ? 'nothing recorded yet' : `recorded ${recordedAt}`}), log digest ${digest}`;

/** The same as JSON. */
export const contentsJson = ({ log, position, recordedAt, digest }: LogContents): string =>
  JSON.stringify({ log, position: String(position), recordedAt, logDigest: digest });
