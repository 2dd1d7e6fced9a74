import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Problem } from '../../src/http/problem.js';
import { as, freshDirectory, newKey } from '../access/keys.js';
import { type Client, start } from '../service.js';
import { Assistant } from './assistant.js';

const HEADERS = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
const LIST = { jsonrpc: '2.0', id: 1, method: 'tools/list' };

const directory = freshDirectory();
let client: Client;
let reader: string;
beforeAll(async () => {
  reader = (await newKey(directory, 'reader')).key;
  client = await start({ dataDir: directory });
});
afterAll(() => client.close());

const post = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  client.send<Problem>('POST', '/mcp', typeof body === 'string' ? body : JSON.stringify(body), {
    ...HEADERS,
    ...as(reader),
    ...headers,
  });

describe('POST /mcp', () => {
  it('lets in an assistant with the key of a reader', async () => {
    const transport = new StreamableHTTPClientTransport(new URL('/mcp', client.url), {
      requestInit: { headers: { ...as(reader) } },
    });
    const assistant = await new Assistant().connected(transport);
    expect((await assistant.call('timeline', {})).text).toMatch(/^Nothing is recorded for that\./);
    await assistant.client.close();
  });

  it('lets in nobody without one', async () => {
    const { status, body } = await client.send<Problem>('POST', '/mcp', JSON.stringify(LIST), HEADERS);
    expect([status, body.code]).toEqual([401, 'unauthenticated']);
    const transport = new StreamableHTTPClientTransport(new URL('/mcp', client.url));
    await expect(new Assistant().connected(transport)).rejects.toThrow();
  });

  it('answers no page of another origin, and by no other name', async () => {
    expect((await post(LIST, { origin: 'https://example.com' })).body.code).toBe('cross-origin');
    const status = await new Promise((resolve, reject) => {
      const headers = { ...HEADERS, ...as(reader), host: 'rebound.example.com' };
      request(`${client.url}/mcp`, { method: 'POST', headers }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end(JSON.stringify(LIST));
    });
    expect(status).toBe(421);
  });

  it.each([
    ['no JSON', '{"jsonrpc":', 400, 'malformed-json'],
    ['a member twice', '{"jsonrpc":"2.0","id":1,"id":2,"method":"tools/list"}', 400, 'malformed-json'],
    ['a batch', [LIST, LIST], 400, 'malformed-json'],
    ['too long a body', { ...LIST, params: { x: 'x'.repeat(300_000) } }, 413, 'body-too-large'],
  ])('refuses %s with a problem', async (_what, body, status, code) => {
    const answer = await post(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('keeps no session and opens no stream', async () => {
    const { headers } = await post({
      ...LIST,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
    });
    expect(headers.get('mcp-session-id')).toBeNull();
    const listening = await client.get<Problem>('/mcp', { accept: 'text/event-stream', ...as(reader) });
    expect([listening.status, listening.headers.get('allow')]).toEqual([405, 'POST']);
    const version = '2026-07-28';
    const subscribed = await post(
      {
        ...LIST,
        method: 'subscriptions/listen',
        params: {
          notifications: { toolsListChanged: true },
          _meta: {
            'io.modelcontextprotocol/protocolVersion': version,
            'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
            'io.modelcontextprotocol/clientCapabilities': {},
          },
        },
      },
      { 'mcp-protocol-version': version, 'mcp-method': 'subscriptions/listen' },
    );
    expect(subscribed.text).toContain('"error"');
  });
});
