// The sandbox in a separate process, so that its work is not attributed to the nodes.
import { startSandbox } from '../sandbox/index.mts';
import type { SandboxOptions } from '../sandbox/index.mts';
import { readInput } from './childProcess.mts';
import { credentialFor } from './sandboxCredential.mts';

const sandbox = await startSandbox(readInput() as Partial<SandboxOptions>);
process.send?.(credentialFor(sandbox));
process.once('disconnect', () => void sandbox.close());
