import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TracingUnavailable } from '../../src/telemetry/tracing-unavailable.js';
import { meeting, registerCast } from '../cast.js';
import { type Client, start } from '../service.js';
import { Lines } from './lines.js';
import { type ReceivedSpan, receiver } from './receiver.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';
const SAMPLED = { traceparent: `00-${TRACE}-${CALLER}-01` };

const VARIABLES = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_PROTOCOL', 'OTEL_SERVICE_NAME'] as const;
const SERVER = 2;
const ERROR = 2;

let to: Awaited<ReturnType<typeof receiver>>;
beforeEach(async () => {
  to = await receiver();
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = to.url;
});
afterEach(() => {
  for (const name of VARIABLES) delete process.env[name];
  to.close();
});

/** What is received of what is done to a service, once that has ended. */
async function spansOf(work: (client: Client) => Promise<unknown>): Promise<readonly ReceivedSpan[]> {
  const client = await start();
  try {
    await work(client);
  } finally {
    await client.close();
  }
  return to.spans;
}

const named = (spans: readonly ReceivedSpan[], name: string): ReceivedSpan => {
  const found = spans.filter((span) => span.name === name);
  if (found.length !== 1) throw new Error(`${found.length} spans are named ${name}: ${spans.map((each) => each.name)}`);
  return found[0] as ReceivedSpan;
};

describe('with OTEL_EXPORTER_OTLP_ENDPOINT set', () => {
  it('a command is traced from the request through its append until the views hold it', async () => {
    const spans = await spansOf(async (client) => {
      await registerCast(client);
      await client.post('/v1/developments', meeting('2021'));
    });
    const request = named(spans, 'POST /v1/developments');
    const command = named(spans, 'command RecordDevelopment');
    const append = spans.find(({ parentSpanId }) => parentSpanId === command.spanId);
    const project = spans.find(({ parentSpanId }) => parentSpanId === append?.spanId);
    expect([append?.name, project?.name]).toEqual(['append', 'project']);
    expect(request.parentSpanId).toBeUndefined();
    expect(command.parentSpanId).toBe(request.spanId);
    expect(new Set([request, command, append, project].map((span) => span?.traceId)).size).toBe(1);
    expect(request).toMatchObject({
      kind: SERVER,
      attributes: {
        'http.request.method': 'POST',
        'http.route': '/v1/developments',
        'http.response.status_code': 201,
      },
    });
    const { 'regtime.position': position, 'regtime.events': events } = append?.attributes ?? {};
    expect(events).toBe(1);
    expect(project?.attributes).toEqual({ 'regtime.position': position, 'regtime.reached': true });
  });

  it('each part lies within what it is a part of, and projecting begins when appending ends', async () => {
    const spans = await spansOf((client) => client.put('/v1/matters/one', { title: 'One' }));
    const [request, command, append, project] = ['PUT /v1/matters/:slug', 'command PutMatter', 'append', 'project'].map(
      (name) => {
        const { startTimeUnixNano, endTimeUnixNano } = named(spans, name);
        return { start: BigInt(startTimeUnixNano), end: BigInt(endTimeUnixNano) };
      },
    );
    // Spans take their times from two clocks, which may differ by a millisecond.
    const grain = 2_000_000n;
    for (const [inner, outer] of [
      [command, request],
      [append, command],
    ]) {
      expect((inner?.start ?? 0n) - (outer?.start ?? 0n)).toBeGreaterThanOrEqual(-grain);
      expect((outer?.end ?? 0n) - (inner?.end ?? 0n)).toBeGreaterThanOrEqual(-grain);
    }
    expect((project?.start ?? 0n) - (append?.start ?? 0n)).toBeGreaterThanOrEqual(0n);
  });

  it('a request that belongs to a trace (W3C Trace Context) goes on with it, and its log line says so', async () => {
    const lines = new Lines();
    const client = await start({ logging: lines.logging('info') });
    await client.get('/v1/state', SAMPLED);
    await client.close();
    const request = named(to.spans, 'GET /v1/state');
    expect(request).toMatchObject({ traceId: TRACE, parentSpanId: CALLER });
    expect(named(to.spans, 'query State')).toMatchObject({ traceId: TRACE, parentSpanId: request.spanId });
    expect(lines.requests).toMatchObject([{ route: '/v1/state', trace: TRACE }]);
  });

  it('requests at once keep their traces apart', async () => {
    const count = 12;
    const idOf = (index: number): string => index.toString(16).padStart(32, '0');
    const spans = await spansOf((client) =>
      Promise.all(
        Array.from({ length: count }, (_, index) =>
          client.put(
            `/v1/matters/matter-${index}`,
            { title: 'One' },
            { traceparent: `00-${idOf(index + 1)}-${CALLER}-01` },
          ),
        ),
      ),
    );
    for (let index = 1; index <= count; index++) {
      const own = spans.filter(({ traceId }) => traceId === idOf(index)).map(({ name }) => name);
      expect(own.sort()).toEqual(['PUT /v1/matters/:slug', 'append', 'command PutMatter', 'project']);
    }
  });

  it.each([
    ['that the caller does not want sampled', { traceparent: `00-${TRACE}-${CALLER}-00` }, 0],
    ['with a traceparent that is none is a trace of its own', { traceparent: `00-${TRACE}-nothing-01` }, 2],
  ])('a request %s', async (_, headers, count) => {
    const spans = await spansOf((client) => client.get('/v1/state', headers));
    expect(spans).toHaveLength(count);
    expect(spans.filter(({ traceId }) => traceId === TRACE)).toEqual([]);
  });

  it('an import is one span, however many lines it has', async () => {
    const spans = await spansOf((client) =>
      client.import(['one', 'two', 'three'].map((slug) => ({ matter: { slug, title: slug } }))),
    );
    expect(spans.map(({ name }) => name)).toEqual(['POST /v1/import']);
  });

  it('what probes and scrapes leaves no spans', async () => {
    const spans = await spansOf(async (client) => {
      for (const path of ['/metrics', '/health/live', '/health/ready']) await client.get(path);
    });
    expect(spans).toEqual([]);
  });

  it('what is refused says why and is no error; nothing tells what was sent', async () => {
    const spans = await spansOf((client) => client.put('/v1/entities/acme-secret', { type: 'secret', name: 'x' }));
    expect(named(spans, 'command PutEntity')).toMatchObject({
      attributes: { 'regtime.refusal': 'invalid-entity' },
      status: { code: 0 },
    });
    expect(named(spans, 'PUT /v1/entities/:slug').status.code).not.toBe(ERROR);
    expect(JSON.stringify(spans)).not.toContain('secret');
  });

  it('spans say which service and version they are of, unless the environment says otherwise', async () => {
    const ask = (client: Client): Promise<unknown> => client.get('/v1/kinds');
    const [first] = await spansOf(ask);
    expect(first?.resource).toMatchObject({
      'service.name': 'regulatory-timeline',
      'service.version': expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
    process.env.OTEL_SERVICE_NAME = 'regtime-staging';
    await spansOf(ask);
    expect(to.spans.at(-1)?.resource['service.name']).toBe('regtime-staging');
    expect(new Set(to.paths)).toEqual(new Set(['POST /v1/traces application/json']));
  });

  it('a receiver that is not there keeps nobody waiting, and is told of once', async () => {
    to.close();
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT = 'http://127.0.0.1:9';
    const lines = new Lines();
    const client = await start({ logging: lines.logging('warn') });
    expect((await client.put('/v1/matters/one', { title: 'One' })).status).toBe(201);
    const began = performance.now();
    await client.close();
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(lines.all.map(({ message }) => message)).toEqual([expect.stringContaining("traces can't be sent")]);
  });

  it('a protocol that is not spoken is refused at the start, with what to set instead', async () => {
    process.env.OTEL_EXPORTER_OTLP_PROTOCOL = 'grpc';
    await expect(start()).rejects.toThrow(TracingUnavailable);
    await expect(start()).rejects.toThrow('http/json');
  });
});

it('without it nothing is sent', async () => {
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  expect(await spansOf((client) => client.get('/v1/state', SAMPLED))).toEqual([]);
});
