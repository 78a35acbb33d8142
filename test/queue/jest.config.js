const e2e = require('../e2e/jest.config.js');

/**
 * The tests of n8n's queue mode: like those on a real n8n, but with servers that not every machine
 * has.
 */
module.exports = {
  ...e2e,
  testMatch: ['<rootDir>/test/queue/**/*.test.mts'],
};
