import { printLine } from '../n8n/progress.mts';
import { runScript } from '../n8n/script.mts';
import { findChromium } from './chromium.mts';

/** For `.ci/run`: exits with code 1 and the reason if this machine can't get a browser. */
async function getChromium(): Promise<void> {
  printLine(`The browser for the tests of the editor: ${await findChromium()}`);
}

runScript(getChromium);
