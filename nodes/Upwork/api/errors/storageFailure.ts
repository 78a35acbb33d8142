import type { ApiFailure } from './failure';
import { systemCode, TIMED_OUT } from './networkFailure';

// The failures of an upload to Upwork's file storage. None contains the URL, because its query is a signature.

/** Upwork: the storage is an Amazon S3 bucket, which responds in XML. Anything but the code may contain secrets. */
export function storageRefused(httpStatus: number, body: unknown): ApiFailure {
  const [, code] = /<Code>(\w+)<\/Code>/.exec(typeof body === 'string' ? body : '') ?? [];
  const isDown = httpStatus >= 500;
  const status = `(HTTP ${httpStatus}${code ? `, ${code}` : ''})`;
  return {
    kind: isDown ? 'unavailable' : 'httpError',
    message: isDown
      ? `Upwork's file storage is not available at the moment ${status}`
      : `Upwork's file storage refused the file ${status}`,
    description: isDown
      ? 'Try again later.'
      : 'Upwork may not accept a file of this size or type; its limits are not known. Try a smaller file or another type.',
    retryable: isDown,
    notExecuted: !isDown,
    httpStatus,
  };
}

/** The error may contain the request with its URL, so only its code is kept. */
export function storageUnreachable(error: unknown, isTimeUp: boolean): ApiFailure {
  const code = systemCode(error);
  const timedOut = isTimeUp || (code !== undefined && TIMED_OUT.has(code));
  return {
    kind: 'unavailable',
    message: timedOut
      ? "Upwork's file storage did not accept the file in time"
      : "Upwork's file storage could not be reached",
    description: `Check the network of the n8n server and try again later.${code ? ` (${code})` : ''}`,
    retryable: true,
    notExecuted: false,
    timedOut,
  };
}

export function unsafeUploadUrl(): ApiFailure {
  return {
    kind: 'httpError',
    message: 'Upwork returned an upload URL that does not use HTTPS',
    description: 'The node only uploads files over HTTPS. Submit the proposal without the file.',
    retryable: false,
    notExecuted: true,
  };
}
