import { credentialId } from './connection/credential';
import type { UpworkContext } from './connection/credential';

/** What each execution has been told already: a thousand items need no thousand equal hints. */
const hints = new WeakMap<UpworkContext, Set<string>>();
/** The last line in the log, by credential: a poll that says the same each minute says it once. */
const lastLogged = new Map<string, string>();

/** A hint beside the output where n8n shows hints, else a line in the log; the same one only once. */
export function warn(context: UpworkContext, message: string): void {
  if ('addExecutionHints' in context) {
    const told = hints.get(context) ?? new Set();
    hints.set(context, told);
    if (told.has(message)) return;
    told.add(message);
    context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
  } else if (lastLogged.get(credentialId(context)) !== message) {
    lastLogged.set(credentialId(context), message);
    context.logger.warn(message);
  }
}
