import { collectDefaultMetrics, Registry } from 'prom-client';

let registry: Registry | undefined;

/** Metrics of the process, under the names that all Node programs use; counted from when this is first called. */
export function processMetrics(): Registry {
  // One for all services of a process: each would observe garbage collection and the event loop for good.
  if (registry === undefined) {
    registry = new Registry();
    collectDefaultMetrics({ register: registry });
  }
  return registry;
}
