import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { READING, type Reading } from './answers/reading.js';
import { AuditController } from './audit/backdated.controller.js';
import { BackdatedHandler } from './audit/backdated.handler.js';
import { ChangesController } from './audit/changes.controller.js';
import { ChangesHandler } from './audit/changes.handler.js';
import { EventStreamController } from './audit/event-stream.controller.js';
import { EventsController } from './audit/events.controller.js';
import { ReplayController } from './audit/replay.controller.js';
import { AddSourceHandler } from './developments/commands/add-source.js';
import { CorrectDevelopmentHandler } from './developments/commands/correct-development.js';
import { RecordDevelopmentHandler } from './developments/commands/record-development.js';
import { ReinstateDevelopmentHandler } from './developments/commands/reinstate-development.js';
import { RetractDevelopmentHandler } from './developments/commands/retract-development.js';
import { DevelopmentController } from './developments/development.controller.js';
import { WRITING, type Writing } from './developments/writing.js';
import { PutEntityHandler, PutMatterHandler } from './entities/commands.js';
import { EntityController, MatterController } from './entities/entity.controller.js';
import { FeedsController } from './feeds/feeds.controller.js';
import { SpreadsheetsController } from './feeds/spreadsheets.controller.js';
import { AnswerInterceptor } from './http/answer.interceptor.js';
import { CUT_OFF } from './http/closing.js';
import { HealthController } from './http/health.controller.js';
import { OpenApiController } from './http/openapi/openapi.controller.js';
import { PUBLISHED, publishing } from './http/openapi/published.js';
import { ProblemFilter } from './http/problem.filter.js';
import { STARTUP, type Startup } from './http/startup.js';
import { ImportController } from './import/import.controller.js';
import { McpController } from './mcp/mcp.controller.js';
import { KindsController } from './registry/kinds.controller.js';
import { RegistryController } from './registry/registry.controller.js';
import { RegisteredHandler, RegistryHandler } from './registry/registry.handler.js';
import { FactHistoryHandler } from './state/course/fact-history.handler.js';
import { FactTimelineHandler } from './state/course/fact-timeline.handler.js';
import { DiffController } from './state/diff/diff.controller.js';
import { DiffHandler } from './state/diff/diff.handler.js';
import { FactController } from './state/fact.controller.js';
import { FactHandler } from './state/fact.handler.js';
import { InteroperabilityController } from './state/interoperability.controller.js';
import { InteroperabilityHandler } from './state/interoperability.handler.js';
import { StateController } from './state/state.controller.js';
import { StateHandler } from './state/state.handler.js';
import { WhyHandler } from './state/why/why.handler.js';
import { MetricsController } from './telemetry/metrics.controller.js';
import { METRICS } from './telemetry/metrics.js';
import type { Telemetry } from './telemetry/telemetry.js';
import { DaysAheadHandler } from './timeline/days-ahead.handler.js';
import { DevelopmentReadController } from './timeline/development.controller.js';
import { DevelopmentHandler, DevelopmentHistoryHandler } from './timeline/development.handler.js';
import { NewsHandler } from './timeline/news.handler.js';
import { TimelineController } from './timeline/timeline.controller.js';
import { TimelineHandler } from './timeline/timeline.handler.js';
import { SiteController } from './web/site.controller.js';
import { NO_SITE, SITE, type Site } from './web/site.js';
import { WhatIfController } from './what-if/what-if.controller.js';
import { WhatIfHandler } from './what-if/what-if.handler.js';

/** What the application runs on, opened before it and closed after it. */
export interface Parts {
  readonly reading: Reading;
  readonly writing: Writing;
  readonly startup: Startup;
  readonly telemetry: Telemetry;
  /** The page for people, where it was built. */
  readonly site?: Site;
}

/** In the order in which their operations are described. */
export const CONTROLLERS = [
  StateController,
  FactController,
  DiffController,
  ChangesController,
  InteroperabilityController,
  WhatIfController,
  TimelineController,
  DevelopmentReadController,
  FeedsController,
  SpreadsheetsController,
  DevelopmentController,
  RegistryController,
  EntityController,
  MatterController,
  KindsController,
  ImportController,
  EventsController,
  EventStreamController,
  ReplayController,
  AuditController,
  McpController,
  HealthController,
  MetricsController,
  OpenApiController,
];

const COMMAND_HANDLERS = [
  RecordDevelopmentHandler,
  CorrectDevelopmentHandler,
  RetractDevelopmentHandler,
  ReinstateDevelopmentHandler,
  AddSourceHandler,
  PutEntityHandler,
  PutMatterHandler,
];

const QUERY_HANDLERS = [
  StateHandler,
  FactHandler,
  WhyHandler,
  FactTimelineHandler,
  FactHistoryHandler,
  DiffHandler,
  ChangesHandler,
  InteroperabilityHandler,
  TimelineHandler,
  NewsHandler,
  DaysAheadHandler,
  DevelopmentHandler,
  DevelopmentHistoryHandler,
  RegisteredHandler,
  RegistryHandler,
  BackdatedHandler,
  WhatIfHandler,
];

@Module({})
class AppModule {}

/**
 * The application over its parts.
 * @param cutOff aborts when clients that are still sending are no longer waited for
 */
export const appModule = (
  { reading, writing, startup, telemetry, site = NO_SITE }: Parts,
  cutOff: AbortSignal = new AbortController().signal,
): DynamicModule => ({
  module: AppModule,
  imports: [CqrsModule.forRoot()],
  // The page is no operation, so it is not described with them.
  controllers: [...CONTROLLERS, SiteController],
  providers: [
    { provide: READING, useValue: reading },
    { provide: WRITING, useValue: writing },
    { provide: STARTUP, useValue: startup },
    { provide: METRICS, useValue: telemetry.metrics },
    { provide: CUT_OFF, useValue: cutOff },
    { provide: SITE, useValue: site },
    { provide: PUBLISHED, useValue: publishing(CONTROLLERS) },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useValue: new AnswerInterceptor(reading) },
    ...COMMAND_HANDLERS,
    ...QUERY_HANDLERS,
  ],
});
