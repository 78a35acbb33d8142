const { mkdir, copyFile } = require('node:fs/promises');
const { dirname } = require('node:path');
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

exports.default = parallel(assets, schemas);
