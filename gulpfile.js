const { mkdir, copyFile } = require('node:fs/promises');
const { dirname } = require('node:path');
const { build } = require('esbuild');
const { src, dest, parallel } = require('gulp');

/** What tsc does not carry: icons and codex files. */
function assets() {
  return src(['icons/*.svg', 'nodes/**/*.node.json'], { base: '.', encoding: false }).pipe(
    dest('dist'),
  );
}

/** The output schema of each operation, where the editor looks for it: that of the record it gives. */
async function schemas() {
  const { resources } = require('./dist/nodes/Upwork/actions');
  for (const resource of resources) {
    for (const { value, output } of resource.operations) {
      const target = `dist/nodes/Upwork/__schema__/v1.0.0/${resource.value}/${value}.json`;
      await mkdir(dirname(target), { recursive: true });
      await copyFile(`nodes/Upwork/output/${output}.schema.json`, target);
    }
  }
}

/** n8n does not ship graphql: its parser goes into the one file that uses it. */
async function parser() {
  const file = 'nodes/Upwork/actions/graphql/parseDocument';
  await build({
    entryPoints: [`${file}.ts`],
    outfile: `dist/${file}.js`,
    bundle: true,
    platform: 'node',
    mainFields: ['module'],
    banner: {
      js: '// Contains the parser of graphql-js: MIT License, Copyright (c) GraphQL Contributors.',
    },
    // The only global that graphql asks for, to see whether it is developed on.
    define: { 'globalThis.process': 'undefined' },
  });
}

exports.default = parallel(assets, schemas, parser);
