import type { components, OPERATIONS, operations } from './generated.js';

export type OperationId = keyof operations;
export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

/** An answer, as it came and read. */
export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  /** The body to the byte, for whoever hands it on. */
  readonly text: string;
  readonly body: Body;
}

/** One of many that come one by one: a line, or a server-sent event. */
export interface Item<Value> {
  readonly text: string;
  readonly value: Value;
  /** Of a server-sent event: the position to go on after, as `Last-Event-ID`. */
  readonly id?: string;
}

/** Lines to send: what they say, or their text as it is. A stream can be sent by Node alone, while its answer comes. */
export type LinesToSend<Line> = readonly Line[] | string | ReadableStream<Uint8Array>;

export interface CallOptions {
  /** Ends the request, and a stream that it is answered with. */
  readonly signal?: AbortSignal;
  /** Called once the answer begins: of a stream, before it says anything. */
  readonly onOpen?: () => void;
}

type Table = typeof OPERATIONS;
type Members<T> = [NonNullable<T>] extends [never] ? unknown : NonNullable<T>;
type Flat<T> = { readonly [Name in keyof T]: T[Name] };
type Content<T> = T extends { readonly content: infer Contents } ? Contents[keyof Contents] : never;
type Contents<T> = Content<T[keyof T]>;

type Named<Id extends OperationId> = Members<operations[Id]['parameters']['path']> &
  Members<operations[Id]['parameters']['query']> &
  Members<operations[Id]['parameters']['header']>;

type Sent<Id extends OperationId> = Table[Id] extends { readonly sends: 'application/x-ndjson' }
  ? { readonly body: LinesToSend<Content<operations[Id]['requestBody']>> }
  : Table[Id] extends { readonly sends: string }
    ? { readonly body: Content<operations[Id]['requestBody']> }
    : unknown;

/** What an operation is asked: all of its parameters by their names, and its body. */
export type RequestOf<Id extends OperationId> = Flat<Named<Id> & Sent<Id>>;

/** What an operation answers; of one that answers with many, one of them. */
export type BodyOf<Id extends OperationId> = Contents<operations[Id]['responses']>;

type Result<Id extends OperationId> = Table[Id]['accept'] extends 'application/x-ndjson' | 'text/event-stream'
  ? AsyncGenerator<Item<BodyOf<Id>>, void, undefined>
  : Promise<Answer<BodyOf<Id>>>;

type Call<Id extends OperationId> =
  object extends RequestOf<Id>
    ? (request?: RequestOf<Id>, options?: CallOptions) => Result<Id>
    : (request: RequestOf<Id>, options?: CallOptions) => Result<Id>;

/** Every operation by its name. @throws {ServiceProblem} {Unreachable} {UnexpectedAnswer} {BrokenOff} */
export type Client = { readonly [Id in OperationId]: Call<Id> };
