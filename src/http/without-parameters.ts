import { applyDecorators, type CanActivate, type ExecutionContext, Injectable, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.js';

@Injectable()
class WithoutParametersGuard implements CanActivate {
  /** @throws {Refusal} invalid-parameter */
  canActivate(context: ExecutionContext): boolean {
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const [parameter] = Object.keys(query as object);
    if (parameter === undefined) return true;
    throw new Refusal('invalid-parameter', `${parameter}: this operation takes no query parameters.`, { parameter });
  }
}

/** Refuses every query parameter, for a controller none of whose operations takes any. */
export const WithoutParameters = (): ClassDecorator => applyDecorators(UseGuards(WithoutParametersGuard));
