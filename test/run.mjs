// The entry point of the package's scripts: `node test/run.mjs <command> [arguments]`. It sets up
// what the command needs and runs it. Plain JavaScript without dependencies, because it runs before
// they are installed.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));
const MIN_NODE = [20, 19];
/** npm writes this file at the end of an install. */
const INSTALLED = 'node_modules/.package-lock.json';
const BUILT = 'node_modules/.cache/n8n-nodes-upwork/built';
const SOURCES = [
  'credentials',
  'icons',
  'nodes',
  'scripts',
  'gulpfile.js',
  'package.json',
  'tsconfig.json',
];

const jest = ['node_modules/jest/bin/jest.js'];
const typescript = ['--import', 'tsx'];
const COMMANDS = {
  start: { program: [...typescript, 'test/n8n/start.mts'], usesBuild: true },
  demo: { program: [...typescript, 'test/n8n/demo.mts'], usesBuild: true },
  e2e: {
    program: [...jest, '--config', 'test/e2e/jest.config.js'],
    usesBuild: true,
    env: { MANY_HISTORIES: 'yes' },
  },
  queue: { program: [...jest, '--config', 'test/queue/jest.config.js'], usesBuild: true },
  ui: { program: [...jest, '--config', 'test/ui/jest.config.js'], usesBuild: true },
  pictures: { program: [...typescript, 'test/ui/pictures.mts'], usesBuild: true },
  soak: { program: [...typescript, 'test/soak/index.mts'], usesBuild: true },
  'soak:kills': { program: [...typescript, 'test/soak/kills/index.mts'], usesBuild: true },
  'soak:trigger': { program: [...typescript, 'test/soak/trigger/index.mts'], usesBuild: true },
  bench: { program: [...typescript, 'test/bench/index.mts'], usesBuild: true },
  simulate: { program: [...typescript, 'test/simulation/index.mts'] },
  test: { program: jest },
  errors: {
    program: [...jest, '--selectProjects', 'n8n 2', '--testPathPatterns', 'test/core/errors/'],
    env: { WRITE_ERRORS: 'yes' },
  },
  sandbox: { program: [...typescript, 'test/sandbox/cli.mts'] },
  codegen: { program: [...typescript, 'test/codegen/index.mts'] },
  setup: {},
};

const [name, ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) fail(`Usage: node test/run.mjs <${Object.keys(COMMANDS).join('|')}> [arguments]`);
checkNode();
if (modified(INSTALLED) < modified('package-lock.json')) await install();
if (command.usesBuild && modified(BUILT) < newest(SOURCES)) await build();
if (command.program) process.exitCode = await run(process.execPath, [...command.program, ...args]);

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = MIN_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  fail(`This needs Node.js ${MIN_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

async function install() {
  console.log('- Installing the dependencies of the project (about 2 minutes)');
  // Without the warnings that parts of n8n want a newer Node.js: the tests don't need one.
  await runOrFail('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

async function build() {
  console.log('- Building the package (about 10 seconds)');
  await runOrFail('npm', ['run', '--silent', 'build']);
  mkdirSync(join(PROJECT, dirname(BUILT)), { recursive: true });
  writeFileSync(join(PROJECT, BUILT), '');
}

async function runOrFail(program, programArgs) {
  const code = await run(program, programArgs);
  if (code !== 0) fail(`"${program} ${programArgs.join(' ')}" failed.`);
}

/** Runs a program in the project folder and passes signals on to it; resolves with its exit code. */
function run(program, programArgs) {
  const env = { ...process.env, ...command.env };
  const child = spawn(program, programArgs, { cwd: PROJECT, stdio: 'inherit', env });
  const forward = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve) => {
    child.on('error', (error) => fail(`"${program}" can't be run: ${error.message}`));
    child.on('exit', (code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(code ?? 1);
    });
  });
}

/** When the file or folder was last changed; 0 if there is none. */
function modified(path) {
  return statSync(join(PROJECT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newest(paths) {
  const inside = (path) =>
    statSync(join(PROJECT, path)).isDirectory()
      ? readdirSync(join(PROJECT, path), { recursive: true }).map((child) => join(path, child))
      : [];
  return Math.max(...paths.flatMap((path) => [path, ...inside(path)]).map(modified));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
