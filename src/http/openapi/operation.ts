import { applyDecorators, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Needs } from '../../access/role.js';
import type { JsonObject } from '../../event-store/canonical.js';
import type { Shape } from '../../fields/index.js';
import type { AnySchema } from '../../schema.js';
import type { ProblemCode } from '../problem.js';
import type { RequestHeader, ResponseHeader } from './headers.js';
import type { Section } from './sections.js';

/** What a part of the path stands for. */
export interface PathParameter {
  readonly description: string;
  readonly schema: JsonObject;
}

/** A document of a media type; `many`: one to a line, or one to a server-sent event. */
export interface Content {
  readonly schema: AnySchema;
  readonly many?: 'lines' | 'events';
  /** What a line may tell of. */
  readonly problems?: readonly ProblemCode[];
}

/** What an operation answers with one status. */
export interface Answer {
  readonly description: string;
  /** By media type. */
  readonly content?: Readonly<Record<string, Content>>;
  readonly headers?: readonly ResponseHeader[];
}

/** What is said of an operation beside its route. */
export interface OperationDoc {
  /** Names the operation for clients that are generated: it never changes. */
  readonly id: string;
  readonly summary: string;
  /** The role that it needs, where there are any; also what the gate goes by. */
  readonly needs: Needs;
  /** A reader's key may come as the password of HTTP Basic: what asks here can often send nothing else. */
  readonly basic?: true;
  /** Paragraphs, parted by blank lines; `code` in backticks. */
  readonly description?: string;
  readonly path?: Readonly<Record<string, PathParameter>>;
  /** Declares the query parameters. */
  readonly parameters?: Shape;
  readonly headers?: readonly RequestHeader[];
  /** By media type. */
  readonly body?: Readonly<Record<string, Content>>;
  /** By status. */
  readonly answers: Readonly<Record<number, Answer>>;
  readonly problems: readonly ProblemCode[];
}

const OPERATION = 'openapi:operation';
const SECTION = 'openapi:section';

/** Documents a route, and says who may use it. */
export const Operation = (operation: OperationDoc): MethodDecorator =>
  applyDecorators(SetMetadata(OPERATION, operation), RouteConfig({ needs: operation.needs, basic: operation.basic }));

/** The section of the document that the operations of a controller stand in. */
export const In = (section: Section): ClassDecorator => SetMetadata(SECTION, section);

export const operationOf = (handler: object): OperationDoc | undefined => Reflect.getMetadata(OPERATION, handler);

export const sectionOf = (controller: object): Section | undefined => Reflect.getMetadata(SECTION, controller);
