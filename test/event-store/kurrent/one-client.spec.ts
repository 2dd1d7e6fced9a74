import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { LogDamaged } from '../../../src/event-store/errors.js';
import { NO_STREAM } from '../../../src/event-store/event-store.js';
import { Appender } from '../../../src/event-store/kurrent/appender.js';
import { shareClient } from '../../../src/event-store/kurrent/kurrent-client.js';
import { prepareAppend } from '../../../src/event-store/prepared-append.js';
import { sealed } from '../sealed.js';
import { startWireServer } from './wire/wire-server.js';

const LOG = '6f1c1a52-9d0e-4b39-8c57-3f9f5f0f7a11';

describe('the client', () => {
  it('has no successor beside it in one process: they spoil one another', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { readonly packages: object };
    expect(Object.keys(packages)).toContain('node_modules/@eventstore/db-client');
    expect(Object.keys(packages).filter((name) => name.includes('@kurrent/'))).toEqual([]);
  });

  it('is one, however often it is used, and ends with the last use', async () => {
    const wire = await startWireServer();
    const uses = [shareClient(wire.url), shareClient(wire.url)] as const;
    expect(uses[1].client).toBe(uses[0].client);
    for (const { release } of uses) await release();
    const another = shareClient(wire.url);
    expect(another.client).not.toBe(uses[0].client);
    await another.release();
    await wire.stop();
  });

  it('tells an append to a stream that was deleted softly as stored; where it went on shows the deletion', async () => {
    const wire = await startWireServer();
    const { client, server, release } = shareClient(wire.url);
    const appender = new Appender({ client, server, prefix: 'regtime.' });
    const first = () => prepareAppend(LOG, 'a', NO_STREAM, [sealed(LOG, 'a', 0)]);
    await appender.append(first());
    wire.store.delete('regtime.a', 'any');
    await expect(appender.append(first())).rejects.toBeInstanceOf(LogDamaged);
    await release();
    await wire.stop();
  });
});
