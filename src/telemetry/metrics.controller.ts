import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { In, Operation } from '../http/openapi/operation.js';
import { WithoutParameters } from '../http/without-parameters.js';
import { text } from '../schema.js';
import { METRICS, type Metrics } from './metrics.js';

/** What the service counts and measures of itself. */
@Controller('metrics')
@WithoutParameters()
@In('Service')
export class MetricsController {
  constructor(@Inject(METRICS) private readonly metrics: Metrics) {}

  @Get()
  @Operation({
    id: 'getMetrics',
    summary: 'Figures for Prometheus',
    needs: 'reader',
    description:
      'Durations of requests, commands and questions, commits to the log, how far the views are behind, and the process itself. Names that begin with `regtime_` are kept; `docs/grafana/dashboard.json` shows them.',
    answers: {
      200: {
        description: "The figures in Prometheus' text format.",
        content: { 'text/plain': { schema: text('`# HELP`, `# TYPE`, and a sample to a line.') } },
        headers: ['cacheControl'],
      },
    },
    problems: ['invalid-parameter', 'internal-error'],
  })
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    reply.headers({ 'content-type': this.metrics.contentType, 'cache-control': 'no-cache' });
    return this.metrics.text();
  }
}
