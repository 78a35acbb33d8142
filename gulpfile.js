require('tsx/cjs'); // The parts of the build are in TypeScript.
const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');
const { src, dest, parallel, series } = require('gulp');
const { bundle } = require('./scripts/bundle.mts');
const { writeOutputSchemas } = require('./scripts/outputSchemas.mts');

async function clean() {
  await rm('dist', { recursive: true, force: true });
}

async function typecheck() {
  await promisify(execFile)(process.execPath, [require.resolve('typescript/bin/tsc')]).catch(
    ({ stdout }) => {
      throw new Error(stdout);
    },
  );
}

/** Icons and codex files. */
function assets() {
  return src(['icons/*.svg', 'nodes/**/*.node.json'], { base: '.', encoding: false }).pipe(
    dest('dist'),
  );
}

/** The schema of each operation's output, where the editor looks for it. */
async function schemas() {
  const { resources } = require('./dist/nodes/Upwork/bundle.js');
  await writeOutputSchemas(resources);
}

exports.default = series(clean, parallel(typecheck, assets, series(bundle, schemas)));
