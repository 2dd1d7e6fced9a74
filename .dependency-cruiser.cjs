/** Arrows point one way: time ← developments, entities, projections ← read slices ← http. */
const readSlices = '^src/(timeline|state|registry|audit)/';
const adapters = '^src/event-store/(sqlite|kurrent)/';

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'time-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^src/time/' },
      to: { path: '^(src|projections)/', pathNot: '^src/(time/|refusal\\.ts)' },
    },
    {
      name: 'only-composition-roots-import-adapters',
      severity: 'error',
      from: {
        path: '^(src|projections)/',
        pathNot: `${adapters}|^src/(serve|projector-thread|cli/(log-copy|database-copy|take-snapshot|log-move|scratch))\\.ts$`,
      },
      to: { path: adapters },
    },
    {
      name: 'projections-are-framework-free',
      severity: 'error',
      from: { path: '^projections/' },
      to: { path: 'node_modules/(@nestjs|better-sqlite3|fastify|@eventstore)' },
    },
    {
      name: 'projections-know-only-events-kinds-and-time',
      severity: 'error',
      from: { path: '^projections/' },
      to: {
        path: '^src/',
        pathNot:
          '^src/(time|fields|developments/kinds|event-store)/|^src/refusal\\.ts|^src/developments/(events|timing|upcast)\\.ts',
      },
    },
    {
      name: 'write-side-does-not-read-views',
      severity: 'error',
      from: { path: '^src/(developments|entities|fields)/' },
      // The law, and what of a development it is about, are pure: no view is in them.
      to: { path: `${readSlices}|^src/projecting/|^projections/(?!law/|dates\\.ts)` },
    },
    {
      name: 'access-knows-nothing-of-http-and-the-record',
      severity: 'error',
      from: { path: '^src/access/' },
      to: {
        path: '^(src|projections)/',
        pathNot: '^src/access/|^src/refusal\\.ts|^src/event-store/durable-files\\.ts',
      },
    },
    {
      name: 'only-controllers-and-roots-know-http',
      severity: 'error',
      from: {
        path: '^(src|projections)/',
        pathNot: '^src/http/|\\.controller\\.ts$|^src/(app\\.module|main|cli|serve)\\.ts$|^src/(cli|serving)/',
      },
      to: { path: '^src/http/' },
    },
    {
      name: 'nobody-knows-that-it-is-measured',
      severity: 'error',
      from: {
        path: '^(src|projections)/',
        pathNot: '^src/(telemetry/|serving/|serve\\.ts|app\\.module\\.ts|cli/(serve\\.command|failure)\\.ts)',
      },
      to: { path: '^src/telemetry/|node_modules/(pino|prom-client|@opentelemetry)/' },
    },
    {
      name: 'the-client-runs-in-browsers',
      severity: 'error',
      from: { path: '^src/client/' },
      // Nor packages: a page can load it as it is.
      to: { pathNot: '^src/client/' },
    },
    {
      name: 'only-the-command-line-takes-the-client',
      severity: 'error',
      from: { path: '^(src|projections)/', pathNot: '^src/(client|cli)/' },
      to: { path: '^src/client/' },
    },
    {
      // And how dates are read, which it tells whoever types one.
      name: 'the-page-knows-only-the-client',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|projections|test)/', pathNot: '^src/(client/|time/(edtf|day)|nearest\\.ts)' },
    },
    {
      name: 'nobody-knows-the-page',
      severity: 'error',
      from: { path: '^(src|projections)/' },
      to: { path: '^web/' },
    },
    {
      name: 'kinds-stand-alone',
      severity: 'error',
      from: { path: '^src/developments/kinds/' },
      to: {
        path: '^src/',
        pathNot: '^src/(developments/kinds|fields|time)/|^src/refusal\\.ts|^src/event-store/canonical\\.ts',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
};
