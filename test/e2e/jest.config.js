const shared = require('../jest/shared.js');

/**
 * The tests on a real n8n, in several processes, and with many random histories: one at a time, with enough time to
 * install n8n on a new machine.
 */
module.exports = {
  ...shared,
  rootDir: '../..',
  reporters: ['default', '<rootDir>/test/jest/totalReporter.js'],
  testMatch: [
    '<rootDir>/test/{e2e,processes}/**/*.test.mts',
    '<rootDir>/test/unit/triggers/**/*.test.mts',
  ],
  maxWorkers: 1,
  testTimeout: 180_000,
};
