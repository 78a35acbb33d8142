/** For every kind of test: they and the package are TypeScript, which swc turns into CommonJS. */
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
