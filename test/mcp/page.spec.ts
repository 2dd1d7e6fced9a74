import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { type Client, start } from '../service.js';
import { Assistant } from './assistant.js';

const PAGE = readFileSync('docs/mcp.md', 'utf8');
const blocks = (language: string): readonly string[] =>
  [...PAGE.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block = '']) => block);

let client: Client;
let assistant: Assistant;
beforeAll(async () => {
  client = await start({ sample: true });
  const transport = new StreamableHTTPClientTransport(new URL('/mcp', client.url));
  assistant = await new Assistant().connected(transport);
});
afterAll(async () => {
  await assistant.client.close();
  await client.close();
});

/** What is another one at each start. */
const steady = (text: string): string =>
  text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…').replace(/recorded \d{4}-\S+Z/, 'recorded …');

it('docs/mcp.md tells what the tool why answers', async () => {
  const [sent = '', , ...others] = blocks('json');
  const [told = ''] = blocks('text');
  expect(others).toEqual([]);
  const { text } = await assistant.call('why', JSON.parse(sent));
  expect(`${steady(text)}\n`).toBe(told);
});

it('docs/mcp.md names every tool there is, and no other', async () => {
  const { tools } = await assistant.client.listTools();
  const named = [...PAGE.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(named).toEqual(tools.map(({ name }) => name));
});
