import type { JsonObject } from '../../src/event-store/canonical.js';
import { get, type Step, send } from './scenario.js';

const ACCEPT = { accept: 'application/json, text/event-stream' };
const NEWEST = '2026-07-28';
const META: JsonObject = {
  'io.modelcontextprotocol/protocolVersion': NEWEST,
  'io.modelcontextprotocol/clientInfo': { name: 'curl', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
};

/** A request in the newest revision. */
const asked = (method: string, params: JsonObject = {}, name?: string): Step['request'] =>
  send(
    'POST',
    '/mcp',
    { jsonrpc: '2.0', id: 1, method, params: { ...params, _meta: META } },
    {
      ...ACCEPT,
      'mcp-protocol-version': NEWEST,
      'mcp-method': method,
      ...(name !== undefined && { 'mcp-name': name }),
    },
  );

/** One in the revisions before it. */
const before = (body: JsonObject, headers: Readonly<Record<string, string>> = ACCEPT): Step['request'] =>
  send('POST', '/mcp', { jsonrpc: '2.0', ...body }, headers);

/** What an assistant sends. */
export const ASSISTANT: readonly Step[] = [
  {
    operation: 'callMcp',
    name: 'why',
    summary: 'Was WeChat blocking links to Taobao on 15 September 2021, and why?',
    request: asked(
      'tools/call',
      { name: 'why', arguments: { fact: 'links:wechat:taobao', asOf: '2021-09-15' } },
      'why',
    ),
  },
  {
    operation: 'callMcp',
    name: 'before-2026',
    summary: 'The same as clients of earlier revisions ask and are answered',
    request: before({
      id: 1,
      method: 'tools/call',
      params: { name: 'why', arguments: { fact: 'links:wechat:taobao', asOf: '2021-09-15' } },
    }),
  },
  { operation: 'callMcp', name: 'notification', request: before({ method: 'notifications/initialized' }) },
  { operation: 'callMcp', name: 'no-message', summary: 'No message of the protocol', request: before({}) },
  { operation: 'callMcp', name: 'no-method', summary: 'A method that there is not', request: asked('resources/list') },
  {
    operation: 'callMcp',
    name: 'not-accepted',
    summary: 'A client that takes no events',
    request: before({ id: 1, method: 'tools/list' }, { accept: 'application/json' }),
  },
  { operation: 'getMcp', name: 'no-stream', summary: 'There is no stream', request: get('/mcp') },
];
