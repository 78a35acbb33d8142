require('tsx/cjs'); // The parts of the build are in TypeScript.
const { spawn } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { src, dest, parallel, series } = require('gulp');
const { bundle } = require('./scripts/bundle.mts');
const { writeOutputSchemas } = require('./scripts/outputSchemas.mts');

async function clean() {
  await rm('dist', { recursive: true, force: true });
}

function typecheck() {
  return spawn(process.execPath, [require.resolve('typescript/bin/tsc')], { stdio: 'inherit' });
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
