import { isIPv6 } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RateLimiter } from '../access/rate-limit.js';
import { Refusal } from '../refusal.js';

/** Counts a request, and says in its answer how many may follow. @throws {Refusal} rate-limited */
export function limited(limiter: RateLimiter, sender: string, reply: FastifyReply): void {
  const { requests, seconds } = limiter.rate;
  const { allowed, left, reset, retryAfter } = limiter.count(sender);
  reply.header('ratelimit-policy', `"default";q=${requests};w=${seconds}`);
  reply.header('ratelimit', `"default";r=${left};t=${reset}`);
  if (allowed) return;
  throw new Refusal('rate-limited', `That were more than ${requests} requests in ${seconds} seconds.`, { retryAfter });
}

/** Whom a request is counted for that does not say who sends it. */
export function addressOf({ ip }: FastifyRequest): string {
  return `address ${isIPv6(ip) ? network(ip) : ip}`;
}

/** One customer has as many IPv6 addresses as there are in a network of 64 bits. */
function network(address: string): string {
  const [before = '', after] = address.replace(/%.*$/, '').split('::');
  if (after?.includes('.')) return address;
  const [head, tail] = [before, after ?? ''].map((part) => (part === '' ? [] : part.split(':'))) as [
    string[],
    string[],
  ];
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array.from({ length: zeros }, () => '0'), ...tail].slice(0, 4).join(':');
}
