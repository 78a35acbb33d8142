const shared = require('./test/jest/shared.js');

/** The tests on the n8n-core in that folder of node_modules. */
const onN8n = (displayName, core) => ({
  ...shared,
  displayName,
  testMatch: ['<rootDir>/test/core/**/*.test.mts'],
  globalSetup: '<rootDir>/test/jest/cacheOutputSchemas.js',
  testEnvironment: '<rootDir>/test/jest/n8nContext.js',
  testEnvironmentOptions: { core },
  moduleNameMapper: { '^(n8n-core|n8n-workflow)$': '<rootDir>/test/jest/$1.js' },
});

/** What these test doesn't depend on n8n's version, and takes long. */
const ONLY_ON_N8N_2 =
  'triggers/(newJob(CatchUp|Dates|History|Order|Searches)|newMessage|newProposal|proposalStatusChanged)';

/** @type {import('jest').Config} The tests that need no n8n application, those on n8n-core for both of n8n's majors. */
module.exports = {
  testTimeout: 60_000,
  maxWorkers: '100%',
  reporters: ['default', '<rootDir>/test/jest/totalReporter.js'],
  projects: [
    {
      ...shared,
      displayName: 'units',
      testMatch: [
        '<rootDir>/test/{codegen,docs,examples,sandbox,schema,simulation,ui/rules,unit}/**/*.test.mts',
      ],
      testEnvironment: '<rootDir>/test/jest/singleContext.js',
    },
    onN8n('n8n 2', 'n8n-core'),
    { ...onN8n('n8n 1', 'n8n-core-v1'), testPathIgnorePatterns: ['/node_modules/', ONLY_ON_N8N_2] },
  ],
};
