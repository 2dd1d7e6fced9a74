import { type Log, type Logging, openLog } from './logging.js';
import { Metrics } from './metrics.js';
import { processMetrics } from './process-metrics.js';
import { Tracing } from './tracing.js';
import { asksForTraces, openTracingSdk } from './tracing-sdk.js';

/** How a service tells of itself. */
export interface Telemetry {
  readonly log: Log;
  readonly metrics: Metrics;
  /** Undefined where no traces are asked for. */
  readonly tracing?: Tracing | undefined;
}

/** @throws {TracingUnavailable} */
export async function openTelemetry(logging: Logging, env: NodeJS.ProcessEnv): Promise<Telemetry> {
  const log = openLog(logging);
  processMetrics();
  let told: string | undefined;
  const tellOnce = (message: string): void => {
    if (message !== told) log.warn({ logger: 'tracing' }, `traces can't be sent for now: ${message}`);
    told = message;
  };
  const tracing = asksForTraces(env) ? new Tracing(await openTracingSdk(env, tellOnce)) : undefined;
  return { log, metrics: new Metrics(), tracing };
}

/** Tells of what goes wrong, and of nothing to other programs. */
export const plainTelemetry = (): Telemetry => ({ log: openLog(), metrics: new Metrics() });
