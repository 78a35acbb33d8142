// n8n's own rules are for code that runs inside n8n (no process, no node: modules), so they hold
// for every *.ts file. The code under test/ runs outside of n8n, is written as *.mts, and follows
// these.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config({
  files: ['**/*.mts'],
  extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
  languageOptions: {
    parserOptions: {
      project: ['./tsconfig.json', './ui/tsconfig.json'],
      tsconfigRootDir: import.meta.dirname,
    },
  },
  rules: {
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  },
});
