import { serve } from './serve.js';

const service = await serve({
  host: process.env.HOST ?? '127.0.0.1',
  port: Number(process.env.PORT ?? 3000),
  dataDir: process.env.DATA_DIR ?? './var',
  sample: process.env.SAMPLE === '1',
});
console.log(`listening on ${service.url}`);
