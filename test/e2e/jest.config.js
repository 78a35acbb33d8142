const shared = require('../jest/shared.js');

/** The tests on a real n8n and in several processes: one at a time, with enough time to install it on a new machine. */
module.exports = {
  ...shared,
  rootDir: '../..',
  reporters: ['default', '<rootDir>/test/jest/totalReporter.js'],
  testMatch: ['<rootDir>/test/{e2e,processes}/**/*.test.mts'],
  maxWorkers: 1,
  testTimeout: 180_000,
};
