import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { document } from '../http-openapi/conformity.js';
import { generateClient } from './generate.js';

const FILE = 'src/client/generated.ts';

it('the client is of the document as it is now; CLIENT=record writes it anew', async () => {
  const generated = await generateClient(document);
  if (process.env.CLIENT === 'record') writeFileSync(FILE, generated);
  expect(readFileSync(FILE, 'utf8') === generated).toBe(true);
});
