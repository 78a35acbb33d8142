import { jsonParse } from 'n8n-workflow';

/**
 * Upwork's largest pages have a few hundred kilobytes; something larger is not a response to our
 * query.
 */
const MAX_BYTES = 32 * 1024 * 1024;

/** The body that n8n's request helper returns with `encoding: 'stream'`. */
export interface BodyStream extends AsyncIterable<Uint8Array> {
  destroy(error: Error): void;
}

/**
 * Reads a body to the end. JSON is parsed, anything else stays text. Throws if the network fails or
 * the signal is aborted.
 */
export async function readBody(
  stream: BodyStream,
  signal: AbortSignal,
): Promise<{ body: unknown } | 'tooLarge'> {
  const abort = () => {
    stream.destroy(new Error('The response took too long'));
  };
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    // Leaving the loop ends the stream.
    if (size > MAX_BYTES) return 'tooLarge';
    chunks.push(chunk);
  }
  signal.removeEventListener('abort', abort);
  const text = Buffer.concat(chunks).toString('utf8');
  return { body: jsonParse<unknown>(text, { fallbackValue: text }) };
}
