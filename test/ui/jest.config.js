const e2e = require('../e2e/jest.config.js');

/** The tests of the editor: like those on a real n8n, but with a browser, which not every machine has. */
module.exports = {
  ...e2e,
  testMatch: ['<rootDir>/test/ui/*.test.mts'],
};
