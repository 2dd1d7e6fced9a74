import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  createContextKey,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { Refusal } from '../refusal.js';
import type { TracingSdk } from './tracing-sdk.js';

/** Where a span stands among the others. */
export interface Traced {
  readonly span: Span;
  readonly context: Context;
}

type Attributes = Readonly<Record<string, string | number | boolean>>;

const COMMAND = createContextKey('a command is under way');

/**
 * Spans of what a service does. Stable names: `<method> <route>`, `command <name>`, `query <name>`, `append`, `project`.
 * Which of them is under way is kept here and not globally, so that several services can share a process.
 */
export class Tracing {
  readonly #under = new AsyncLocalStorage<Context>();

  constructor(private readonly sdk: TracingSdk) {}

  /** Begins a request's span, as a part of the trace that its headers (W3C Trace Context) name. */
  request(method: string, route: string, headers: object): Traced {
    const from = this.sdk.extract(headers);
    const attributes = { 'http.request.method': method, 'http.route': route };
    return this.begin(`${method} ${route}`, attributes, from, SpanKind.SERVER);
  }

  /** @param parent what is under way, unless given */
  begin(
    name: string,
    attributes: Attributes = {},
    parent: Context = this.#under.getStore() ?? ROOT_CONTEXT,
    kind: SpanKind = SpanKind.INTERNAL,
  ): Traced {
    const span = this.sdk.tracer.startSpan(name, { kind, attributes }, parent);
    return { span, context: trace.setSpan(parent, span) };
  }

  /** Does work of which `context` is under way. */
  within<T>(context: Context, work: () => T): T {
    return this.#under.run(context, work);
  }

  command<T>(name: string, work: () => Promise<T>): Promise<T> {
    const { span, context } = this.begin(`command ${name}`);
    return this.done({ span, context: context.setValue(COMMAND, true) }, work);
  }

  query<T>(name: string, work: () => Promise<T>): Promise<T> {
    return this.done(this.begin(`query ${name}`), work);
  }

  /** False within an import, whose many appends would bury everything else. */
  get isInCommand(): boolean {
    return this.#under.getStore()?.getValue(COMMAND) === true;
  }

  /** Does work, and ends the span with it. */
  async done<T>({ span, context }: Traced, work: () => Promise<T>): Promise<T> {
    try {
      return await this.within(context, work);
    } catch (error) {
      // By name: messages may hold what somebody has sent.
      if (error instanceof Refusal) span.setAttribute('regtime.refusal', error.code);
      else {
        span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
        span.setStatus({ code: SpanStatusCode.ERROR });
      }
      throw error;
    } finally {
      span.end();
    }
  }

  /** Sends what is left. */
  close(): Promise<void> {
    return this.sdk.close();
  }
}
