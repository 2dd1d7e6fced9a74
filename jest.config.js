const tests = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
        },
      },
    ],
  },
};

export default {
  projects: [
    { ...tests, displayName: 'tests', testMatch: ['<rootDir>/test/**/*.spec.ts'] },
    {
      ...tests,
      // Some of the tests over HTTP once more, on a server; `npm run jest:server` runs them all there.
      displayName: 'on a server',
      setupFiles: ['<rootDir>/test/on-a-server.js'],
      testMatch: [
        '<rootDir>/test/http/(commands|preconditions|coordinates|events|idempotency).spec.ts',
        '<rootDir>/test/import/(dry-run|identities|waiting|wrong-lines).spec.ts',
      ],
    },
  ],
  // Half of the suites wait for processes they started.
  maxWorkers: '100%',
  testTimeout: 120_000,
  reporters: ['default', '<rootDir>/test/closing-line.js'],
};
