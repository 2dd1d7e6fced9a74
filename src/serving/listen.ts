import { setMaxListeners } from 'node:events';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { appModule, type Parts } from '../app.module.js';
import { httpAdapter } from '../http/adapter.js';
import { answerBeforeClosing } from '../http/closing.js';
import { acceptContent, answerHeads } from '../http/content.js';
import { type Gate, guard } from '../http/gate.js';
import { gateForAll } from '../http/open-gate.js';
import { takeStorePositions } from '../http/store-positions.js';
import { NestLogger } from '../telemetry/nest-logger.js';
import { observeBuses, observeRequests } from '../telemetry/observe.js';
import { requestIds } from '../telemetry/request-id.js';
import type { OnClose } from './closings.js';

/** Serves the parts over HTTP to whoever passes the gate. @returns the URL it is reached at */
export async function listen(
  parts: Parts,
  host: string,
  port: number,
  onClose: OnClose,
  gate: Gate = gateForAll(),
): Promise<string> {
  const cutOff = new AbortController();
  // Every stream and import that is under way listens for it.
  setMaxListeners(0, cutOff.signal);
  const { log: to } = parts.telemetry;
  const adapter = httpAdapter({ log: to, newId: requestIds() });
  const app = await NestFactory.create<NestFastifyApplication>(appModule(parts, cutOff.signal), adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: new NestLogger(to),
  });
  const server = app.getHttpAdapter().getInstance();
  observeRequests(server, parts.telemetry);
  const answerWhatCame = answerBeforeClosing(server, cutOff);
  onClose(async () => {
    await answerWhatCame();
    await app.close();
  });
  guard(server, gate);
  acceptContent(server);
  answerHeads(server);
  takeStorePositions(server, parts.reading.store);
  await app.init();
  observeBuses(app.get(CommandBus), app.get(QueryBus), parts.telemetry);
  await server.listen({ host, port });
  const { port: bound } = server.server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
}
