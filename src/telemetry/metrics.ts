import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CommittedGroup } from '../event-store/committed-group.js';
import { outcomeOf } from './outcome.js';
import { processMetrics } from './process-metrics.js';
import { type Watched, watch } from './watch.js';

/** The injection token of `Metrics`. */
export const METRICS = Symbol('METRICS');

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const SHORT_SECONDS = [0.0001, 0.00025, 0.0005, ...SECONDS];
/** Up to the most appends that share a transaction. */
const GROUPS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

/** A request that is over. */
export interface SeenRequest {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What a service counts and measures of itself, for Prometheus. Labels take few values: never an id, slug or path. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = this.#histogram('http_request_duration_seconds', SECONDS, ['method', 'route', 'status'], {
    help: 'Requests, from their first byte to the last of the answer; status 499 where the client left before.',
  });
  readonly #commands = this.#histogram('command_duration_seconds', SECONDS, ['command', 'outcome'], {
    help: 'Commands; outcome is done, refused or failed.',
  });
  readonly #queries = this.#histogram('query_duration_seconds', SHORT_SECONDS, ['query', 'outcome'], {
    help: 'Questions to the views; outcome is done, refused or failed.',
  });
  readonly #appends = this.#counter('appends_total', ['outcome'], {
    help: 'Appends to the log: stored, refused because the stream had moved on, or failed.',
  });
  readonly #events = this.#counter('events_appended_total', [], { help: 'Events that were appended to the log.' });
  readonly #groups = this.#histogram('commit_appends', GROUPS, [], {
    help: 'Appends that shared one transaction of the log.',
  });
  readonly #commits = this.#histogram('commit_duration_seconds', SHORT_SECONDS, [], {
    help: 'Transactions that append to the log.',
  });
  readonly #syncs = this.#histogram('commit_sync_duration_seconds', SHORT_SECONDS, [], {
    help: 'The end of those transactions: until what they wrote was safely on disk (fsync).',
  });
  readonly #failures = this.#counter('projector_failures_total', [], {
    help: 'Times that following the log failed and was tried again; an outage counts once.',
  });
  readonly #restarts = this.#counter('projector_restarts_total', [], {
    help: 'Times that the thread which follows the log had ended and was started again.',
  });
  #watched: (() => Promise<void>) | undefined;

  /** Looks at a running service whenever the metrics are asked for. */
  watch(watched: Watched): void {
    this.#watched = watch(watched, (name, labels, help) => this.#gauge(name, labels, { help }));
  }

  request({ method, route, status, seconds }: SeenRequest): void {
    this.#requests.observe({ method, route, status }, seconds);
  }

  readonly group = ({ stored, refused, failed, events, seconds, syncSeconds }: CommittedGroup): void => {
    if (stored > 0) this.#appends.inc({ outcome: 'stored' }, stored);
    if (refused > 0) this.#appends.inc({ outcome: 'refused' }, refused);
    if (failed > 0) this.#appends.inc({ outcome: 'failed' }, failed);
    this.#events.inc(events);
    if (failed > 0) return;
    this.#groups.observe(stored + refused);
    this.#commits.observe(seconds);
    this.#syncs.observe(syncSeconds);
  };

  command<T>(command: string, work: () => Promise<T>): Promise<T> {
    return timed(work, (outcome, seconds) => this.#commands.observe({ command, outcome }, seconds));
  }

  query<T>(query: string, work: () => Promise<T>): Promise<T> {
    return timed(work, (outcome, seconds) => this.#queries.observe({ query, outcome }, seconds));
  }

  projectorFailed(): void {
    this.#failures.inc();
  }

  projectorRestarted(): void {
    this.#restarts.inc();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** In Prometheus' text format. */
  async text(): Promise<string> {
    await this.#watched?.();
    return `${await this.#registry.metrics()}\n${await processMetrics().metrics()}`;
  }

  #histogram<L extends string>(name: string, buckets: number[], labelNames: L[], { help }: { help: string }) {
    return new Histogram({ name: `regtime_${name}`, help, buckets, labelNames, registers: [this.#registry] });
  }

  #counter<L extends string>(name: string, labelNames: L[], { help }: { help: string }) {
    return new Counter({ name: `regtime_${name}`, help, labelNames, registers: [this.#registry] });
  }

  #gauge<L extends string>(name: string, labelNames: L[], { help }: { help: string }) {
    return new Gauge({ name: `regtime_${name}`, help, labelNames, registers: [this.#registry] });
  }
}

async function timed<T>(work: () => Promise<T>, tell: (outcome: string, seconds: number) => void): Promise<T> {
  const began = performance.now();
  let outcome = 'done';
  try {
    return await work();
  } catch (error) {
    outcome = outcomeOf(error);
    throw error;
  } finally {
    tell(outcome, (performance.now() - began) / 1_000);
  }
}
