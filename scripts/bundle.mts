import { writeFile } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';

import { thirdPartyLicenses } from './thirdPartyLicenses.mts';

const NODES = ['Upwork', 'UpworkTrigger'];

/**
 * Globals that n8n forbids in a package. Our code uses none of them. graphql asks
 * `globalThis.process` whether it is in development; DataLoader would schedule its batches with the
 * others, but the client gives it a batchScheduleFn. Both take `undefined` for an environment that
 * lacks them.
 */
const ABSENT_GLOBALS = Object.fromEntries(
  ['globalThis.process', 'process', 'setImmediate', 'setTimeout'].map((name) => [
    name,
    'undefined',
  ]),
);

/** Replaces the compiled documents with a reference to their own file, which is loaded at first use. */
const lazyDocuments: Plugin = {
  name: 'lazy-documents',
  setup(bundling) {
    bundling.onResolve({ filter: /\/documents\.generated$/ }, () => ({
      path: 'documents',
      namespace: 'lazy-documents',
    }));
    bundling.onLoad({ filter: /^documents$/, namespace: 'lazy-documents' }, () => ({
      contents: `export const COMPILED_DOCUMENTS = new Proxy({}, {
        get: (_, name) => require('./documents').COMPILED_DOCUMENTS[name],
      });`,
    }));
  },
};

/**
 * Bundles each entry point into one file. Both nodes are in the same bundle, because they share
 * what api/ keeps in memory, such as the rate limiter.
 */
export async function bundle(): Promise<void> {
  const { metafile } = await build({
    entryPoints: {
      'nodes/Upwork/bundle': 'nodes/Upwork/index.ts',
      // graphql's parser: only one operation needs it, which loads it at first use.
      'nodes/Upwork/parseDocument': 'nodes/Upwork/actions/graphql/parseDocument.ts',
      'nodes/Upwork/documents': 'nodes/Upwork/api/graphql/documents.generated.ts',
      'credentials/UpworkOAuth2Api.credentials': 'credentials/UpworkOAuth2Api.credentials.ts',
    },
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['n8n-workflow', 'luxon', './documents', './parseDocument'],
    plugins: [lazyDocuments],
    // graphql's CommonJS build would be bundled in full.
    mainFields: ['module', 'main'],
    // A native import() would not find './parseDocument' without its extension.
    supported: { 'dynamic-import': false },
    define: ABSENT_GLOBALS,
    metafile: true,
  });
  for (const node of NODES) {
    await writeFile(
      `dist/nodes/Upwork/${node}.node.js`,
      `exports.${node} = require('./bundle').${node};\n`,
    );
  }
  await writeFile('dist/THIRD_PARTY_LICENSES.txt', await thirdPartyLicenses(metafile));
}
