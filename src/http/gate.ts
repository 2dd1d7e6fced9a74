import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from '../access/access.js';
import type { RateLimiter } from '../access/rate-limit.js';
import { isOpen, type Needs, permits } from '../access/role.js';
import { ANONYMOUS, type Subject } from '../access/subject.js';
import { Refusal } from '../refusal.js';
import { AnswersUnderWay } from './answers-under-way.js';
import type { Hosts } from './hosts.js';
import { addressOf, limited } from './limited.js';
import { sendProblem } from './problem.filter.js';
import { SECURITY_HEADERS } from './security-headers.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; never taken from the body. */
    subject: Subject;
  }
  interface FastifyContextConfig {
    needs?: Needs;
    /** Whether a key may come as the password of HTTP Basic. */
    basic?: true;
  }
}

/** What a request has to pass before anything of it is read. */
export interface Gate {
  readonly hosts: Hosts;
  readonly access: Access;
  readonly limiter?: RateLimiter;
}

/** Milliseconds after which a revoked key is refused and what it had begun is cut off, at most. */
const LOOK_EVERY = 1_000;
/** Milliseconds in which who was refused may go on sending what nobody reads. */
const LINGER = 2_000;
const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Puts the gate before every route, before a body is read. */
export function guard(server: FastifyInstance, gate: Gate): void {
  const underWay = new AnswersUnderWay();
  // Once there are keys, nobody goes on without.
  const nobodyInParticular: Subject = { ...ANONYMOUS, holds: () => !gate.access.required };
  const timer = setInterval(() => {
    gate.access.look();
    underWay.endThoseThatNoLongerHold();
  }, LOOK_EVERY).unref();
  server.addHook('onClose', async () => clearInterval(timer));
  server.decorateRequest('subject');

  function enter(request: FastifyRequest, reply: FastifyReply, needs: Needs, subject: Subject): void {
    const { limiter } = gate;
    if (limiter && needs !== 'probe') {
      limited(limiter, subject === ANONYMOUS ? addressOf(request) : `subject ${subject.actor}`, reply);
    }
    if (!isOpen(needs) && !permits(subject.roles, needs)) throw forbidden(needs, subject);
    request.subject = subject;
    if (!isOpen(needs)) underWay.add(reply.raw, subject === ANONYMOUS ? nobodyInParticular : subject);
  }

  /** Whoever can't say who they are is counted, too. */
  function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const { limiter } = gate;
    reply.raw.once('finish', () => letGo(request));
    try {
      if (limiter && error instanceof Refusal && error.code === 'unauthenticated') {
        limited(limiter, addressOf(request), reply);
      }
      sendProblem(error, request, reply);
    } catch (limit) {
      sendProblem(limit, request, reply);
    }
  }

  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(SECURITY_HEADERS);
    try {
      checkWhence(gate.hosts, request);
      const needs = neededFor(request);
      const subject = isOpen(needs) ? ANONYMOUS : subjectOf(gate.access, request);
      if (!(subject instanceof Promise)) {
        enter(request, reply, needs, subject);
        done();
        return;
      }
      subject
        .then((known) => enter(request, reply, needs, known))
        .then(
          () => done(),
          (error) => refuse(error, request, reply),
        );
    } catch (error) {
      refuse(error, request, reply);
    }
  });
}

const subjectOf = (access: Access, { headers, routeOptions }: FastifyRequest): Subject | Promise<Subject> =>
  routeOptions.config.basic ? access.subjectOfBasic(headers.authorization) : access.subjectOf(headers.authorization);

/** The rest of a body is taken in and thrown away, so that its sender reads the answer; but not for ever. */
function letGo({ raw }: FastifyRequest): void {
  if (!raw.complete) setTimeout(() => raw.complete || raw.socket.destroy(), LINGER).unref();
}

/** What does not say needs the most; of what does not exist everybody may know that. */
function neededFor(request: FastifyRequest): Needs {
  return request.is404 ? 'public' : (request.routeOptions.config.needs ?? 'admin');
}

/** @throws {Refusal} unexpected-host, cross-origin */
function checkWhence(hosts: Hosts, { method, headers }: FastifyRequest): void {
  const { host, origin } = headers;
  if (!hosts.admits(host)) {
    throw new Refusal(
      'unexpected-host',
      `This service is not known as ${host}: ask it by the name it is meant to have, or start it with --allowed-hosts.`,
    );
  }
  if (origin !== undefined && !READS.has(method) && !hosts.isOwn(origin, host)) {
    throw new Refusal('cross-origin', `Pages of ${origin} may not change anything here.`);
  }
}

const forbidden = (needs: string, { actor, roles }: Subject): Refusal =>
  new Refusal(
    'forbidden',
    `This needs the role ${needs}; ${actor} has ${roles.length === 0 ? 'no role' : roles.join(', ')}.`,
    { needs },
  );
