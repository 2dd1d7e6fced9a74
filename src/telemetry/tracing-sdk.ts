import { type Context, DiagLogLevel, defaultTextMapGetter, diag, ROOT_CONTEXT, type Tracer } from '@opentelemetry/api';
import { version } from '../version.js';
import { TracingUnavailable } from './tracing-unavailable.js';

/** What makes spans and sends them. */
export interface TracingSdk {
  readonly tracer: Tracer;
  /** The trace that a request's headers name. */
  extract(headers: object): Context;
  close(): Promise<void>;
}

const NAME = 'regulatory-timeline';
const PACKAGES = ['core', 'exporter-trace-otlp-http', 'resources', 'sdk-trace-base'].map(
  (name) => `@opentelemetry/${name}`,
);

/** Whether OpenTelemetry's own variables ask for traces. */
export const asksForTraces = (env: NodeJS.ProcessEnv): boolean =>
  env.OTEL_SDK_DISABLED?.toLowerCase() !== 'true' &&
  Boolean(env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || env.OTEL_EXPORTER_OTLP_ENDPOINT);

/**
 * Loads OpenTelemetry's SDK, which sends spans in batches by OTLP over HTTP, set up by its own variables (`OTEL_…`).
 * @param onTrouble told what is wrong with sending
 * @throws {TracingUnavailable}
 */
export async function openTracingSdk(
  env: NodeJS.ProcessEnv,
  onTrouble: (message: string) => void,
): Promise<TracingSdk> {
  const protocol = env.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL || env.OTEL_EXPORTER_OTLP_PROTOCOL;
  if (protocol === 'grpc') {
    throw new TracingUnavailable(
      'traces are sent by OTLP over HTTP, not gRPC: set OTEL_EXPORTER_OTLP_PROTOCOL to http/json, and the port to the one for HTTP (4318)',
    );
  }
  const [core, exporter, resources, sdk] = await loaded();
  diag.setLogger(troubleOnly(onTrouble), { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  core.setGlobalErrorHandler((error) => onTrouble(error instanceof Error ? error.message : String(error)));
  const provider = new sdk.BasicTracerProvider({
    // What the environment says of the service goes before what the program knows.
    resource: resources
      .resourceFromAttributes({ 'service.name': NAME, 'service.version': version() })
      .merge(resources.detectResources({ detectors: [resources.envDetector] })),
    spanProcessors: [new sdk.BatchSpanProcessor(new exporter.OTLPTraceExporter())],
  });
  const propagator = new core.W3CTraceContextPropagator();
  return {
    tracer: provider.getTracer(NAME, version()),
    extract: (headers) => propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter),
    // What can't be sent any more must not keep the service from its end.
    close: () => provider.shutdown().catch((error: unknown) => onTrouble(String(error))),
  };
}

/** Only now: whoever wants no traces need not have it, nor wait for it. */
async function loaded() {
  try {
    return await Promise.all([
      import('@opentelemetry/core'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/sdk-trace-base'),
    ]);
  } catch (error) {
    throw new TracingUnavailable(
      `OTEL_EXPORTER_OTLP_ENDPOINT asks for traces, for which packages are missing: npm install ${PACKAGES.join(' ')}, or unset it`,
      { cause: error },
    );
  }
}

const troubleOnly = (tell: (message: string) => void) => {
  const silent = (): void => undefined;
  return { error: tell, warn: tell, info: silent, debug: silent, verbose: silent };
};
