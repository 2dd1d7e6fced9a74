export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
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
  // Killing and restarting the compiled program takes minutes: `npm run crash`, and the campaign for hundreds of cycles.
  testPathIgnorePatterns: process.env.CRASH ? ['/node_modules/'] : ['/node_modules/', '<rootDir>/test/crash/'],
  testTimeout: 120_000,
  reporters: ['default', '<rootDir>/test/closing-line.js'],
};
