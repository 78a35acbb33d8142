import type { ApiFailure } from './failure';
import { systemCode, TIMED_OUT } from './networkFailure';

// What keeps a file from Upwork's file storage. No text names the address, because its query is a signature.

/** Upwork: the storage is a bucket of Amazon S3, which answers in XML. All but its code may hold secrets. */
export function storageRefused(httpStatus: number, body: unknown): ApiFailure {
  const [, code] = /<Code>(\w+)<\/Code>/.exec(typeof body === 'string' ? body : '') ?? [];
  const isDown = httpStatus >= 500;
  const status = `(HTTP ${httpStatus}${code ? `, ${code}` : ''})`;
  return {
    kind: isDown ? 'unavailable' : 'httpError',
    message: isDown
      ? `Upwork's file storage is not available at the moment ${status}.`
      : `Upwork's file storage refused the file ${status}.`,
    description: isDown
      ? 'Try again later.'
      : 'Upwork may not accept a file of this size or type. Its limits are not known.',
    retryable: isDown,
    notExecuted: !isDown,
    httpStatus,
  };
}

/** The error may hold the request with its address, so only its code is kept. */
export function storageUnreachable(error: unknown, isTimeUp: boolean): ApiFailure {
  const code = systemCode(error);
  const timedOut = isTimeUp || (code !== undefined && TIMED_OUT.has(code));
  return {
    kind: 'unavailable',
    message: timedOut
      ? "Upwork's file storage did not take the file in time."
      : "Upwork's file storage could not be reached.",
    description: `Check the network of the n8n server and try again later.${code ? ` (${code})` : ''}`,
    retryable: true,
    notExecuted: false,
    timedOut,
  };
}

export function unsafeUploadUrl(): ApiFailure {
  return {
    kind: 'httpError',
    message: 'Upwork named an address for the upload that is not HTTPS.',
    description: 'Files are sent over HTTPS only.',
    retryable: false,
    notExecuted: true,
  };
}
