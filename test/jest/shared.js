/** For every kind of test: tests and package are TypeScript, which swc compiles to CommonJS. */
module.exports = {
  testEnvironment: 'node',
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
};
