import type { Logging } from '../../src/telemetry/logging.js';

/** A line of the log. */
export interface Line {
  readonly time: string;
  readonly level: string;
  readonly message: string;
  readonly logger?: string;
  readonly request?: string;
  readonly correlation?: string;
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly durationMs?: number;
  readonly complete?: false;
  readonly trace?: string;
  readonly err?: { readonly type: string; readonly message: string; readonly stack: string };
}

/** Keeps what is logged. */
export class Lines {
  readonly texts: string[] = [];

  logging(level: Logging['level']): Logging {
    return { level, format: 'json', to: { write: (line) => this.texts.push(line) } };
  }

  get all(): readonly Line[] {
    return this.texts.map((text) => JSON.parse(text));
  }

  /** Those about requests that are over. */
  get requests(): readonly Line[] {
    return this.all.filter(({ message }) => message === 'request');
  }
}
