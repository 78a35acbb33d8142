import { findProgram, installPackages } from '../n8n/debian.mts';
import { SetupError } from '../n8n/setupError.mts';

/** The names under which Debian, Ubuntu, Fedora, Google and macOS have it. */
const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'Google Chrome'];
/** macOS has no programs with windows on the PATH. */
const MACOS = ['/Applications/Google Chrome.app/Contents/MacOS'];

/**
 * The path of Chromium: CHROMIUM_PATH, or what is on the PATH, or Debian's package, which is
 * installed where possible. Throws a SetupError that says what to do.
 */
export async function findChromium(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const found = find();
  if (found !== undefined) return found;
  await installPackages(
    ['chromium'],
    'The tests of the editor need Chromium or Chrome: on the PATH, or named by CHROMIUM_PATH.',
  );
  const installed = find();
  if (installed === undefined) throw new SetupError('Chromium is missing after its installation.');
  return installed;
}

function find(): string | undefined {
  return PROGRAMS.map((name) => findProgram(name, MACOS)).find((path) => path !== undefined);
}
