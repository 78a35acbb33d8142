/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testTimeout: 30_000,
  testMatch: ['<rootDir>/test/unit/**/*.test.mts', '<rootDir>/test/core/**/*.test.mts'],
  moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'json', 'node'],
  transform: {
    '^.+\\.m?ts$': [
      '@swc/jest',
      {
        module: { type: 'commonjs' },
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      },
    ],
  },
  reporters: ['default', '<rootDir>/test/totalReporter.js'],
};
