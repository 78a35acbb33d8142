const shared = require('./test/jest.shared.js');

const core = {
  ...shared,
  testMatch: ['<rootDir>/test/core/**/*.test.mts'],
  globalSetup: '<rootDir>/test/core/cacheOutputSchemas.js',
};
const n8n1 = '<rootDir>/node_modules/n8n-core-v1';

/** @type {import('jest').Config} The tests that need no n8n application, those on n8n-core for both of n8n's majors. */
module.exports = {
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/test/totalReporter.js'],
  projects: [
    {
      ...shared,
      displayName: 'units',
      testMatch: ['<rootDir>/test/{unit,processes}/**/*.test.mts'],
    },
    { ...core, displayName: 'n8n 2' },
    {
      ...core,
      displayName: 'n8n 1',
      setupFilesAfterEnv: ['<rootDir>/test/core/endN8n1.js'],
      moduleNameMapper: {
        '^n8n-core$': n8n1,
        '^n8n-workflow$': `${n8n1}/node_modules/n8n-workflow`,
      },
    },
  ],
};
