const os = require('node:os')

/** Unit tests stand beside the code; tests that cross rooms stand in test/. `npm test` builds first. */
module.exports = {
  testEnvironment: 'node',
  roots: [
    '<rootDir>/cloudfunctions',
    '<rootDir>/config',
    '<rootDir>/miniprogram',
    '<rootDir>/sandbox',
    '<rootDir>/scripts',
    '<rootDir>/test',
  ],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  // As in the build: what the pages call `react` is Preact, which is written in modules.
  moduleNameMapper: { '^react$': 'preact/compat' },
  transform: {
    '^.+\\.m?[tj]sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
      },
    ],
  },
  transformIgnorePatterns: ['^(?!.*/node_modules/(preact|pixelmatch)/).*/(node_modules|dist)/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  // Belongs to another tree, in which it is run.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/fourth-vendor/tree/'],
  testTimeout: 60000,
  // Two at least: the longest tests wait for a browser, and one process would do everything one after the other.
  maxWorkers: Math.max(2, os.availableParallelism() - 1),
  // A worker that has grown is replaced: simulated phones are large, machines may be small.
  workerIdleMemoryLimit: '400MB',
  reporters: ['default', 'summary', '<rootDir>/test/support/summary-reporter.cjs'],
}
