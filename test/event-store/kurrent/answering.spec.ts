import { expect, test } from '@jest/globals';
import { answering } from './answering.js';
import { startWireServer } from './wire/wire-server.js';

test('a server that is still starting is waited for', async () => {
  const wire = await startWireServer();
  await wire.kill();
  let answers = false;
  const waiting = answering(wire.url, 20).then(() => {
    answers = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(answers).toBe(false);
  await wire.restart();
  await waiting;
  expect(answers).toBe(true);
  await wire.stop();
});
