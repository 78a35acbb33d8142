import { jsonParse } from 'n8n-workflow';

/** Upwork's largest pages are some hundred kilobytes; more than this is not meant for us. */
const LARGEST_BYTES = 32 * 1024 * 1024;

/** What n8n's request helper gives as body with `encoding: 'stream'`. */
export interface BodyStream extends AsyncIterable<Uint8Array> {
  destroy(error: Error): void;
}

/**
 * Reads a body to its end: JSON is parsed, anything else stays text; `tooLarge` when it is. Throws what
 * the network throws, and when the signal stops it.
 */
export async function readBody(
  stream: BodyStream,
  signal: AbortSignal,
): Promise<{ body: unknown } | 'tooLarge'> {
  const stop = () => {
    stream.destroy(new Error('The answer took too long'));
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    // Leaving the loop ends the stream.
    if (size > LARGEST_BYTES) return 'tooLarge';
    chunks.push(chunk);
  }
  signal.removeEventListener('abort', stop);
  const text = Buffer.concat(chunks).toString('utf8');
  return { body: jsonParse<unknown>(text, { fallbackValue: text }) };
}
