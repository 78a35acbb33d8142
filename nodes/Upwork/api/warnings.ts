import { credentialId } from './auth/credential';
import type { UpworkContext } from './context';
import { credentialState, executionState } from './state';

/** Shows a hint next to the output where n8n can, else writes to the log. Doesn't repeat itself. */
export function warn(context: UpworkContext, message: string): void {
  if ('addExecutionHints' in context) {
    const { hints } = executionState(context);
    if (hints.has(message)) return;
    hints.add(message);
    context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
    return;
  }
  const state = credentialState(credentialId(context));
  if (state.lastWarning === message) return;
  state.lastWarning = message;
  context.logger.warn(message);
}
