import type { IHttpRequestOptions } from 'n8n-workflow';

import { isTimeout } from '../abort';
import { apiRoot, readCredential } from '../auth/credential';
import type { ApiFailure } from '../errors/failure';
import { abortFailure } from '../errors/networkFailure';
import { storageRefused, storageUnreachable, unsafeUploadUrl } from '../errors/storageFailure';
import { readBody } from './body';
import type { BodyStream } from './body';
import type { RequestContext } from './send';

/** Long enough for large files on slow networks. */
export const UPLOAD_TIMEOUT_MS = 300_000;

/**
 * Posts a form with a file to the URL that Upwork returned. It is on another host, so the request has
 * no token and doesn't count towards Upwork's limit. Returns the failure, if any.
 */
export async function postForm(
  { context, signal: cancel, clock }: Pick<RequestContext, 'context' | 'signal' | 'clock'>,
  url: string,
  form: FormData,
): Promise<ApiFailure | undefined> {
  const root = apiRoot(await readCredential(context));
  if ('failure' in root) return root.failure;
  if (!isUploadUrl(url, root.url)) return unsafeUploadUrl();
  const signal = AbortSignal.any([clock.timeout(UPLOAD_TIMEOUT_MS), ...(cancel ? [cancel] : [])]);
  try {
    const sent: Promise<StreamedResponse> = context.helpers.httpRequest(
      httpOptions(url, form, signal),
    );
    const { statusCode, body } = await sent;
    const response = await readBody(body, signal);
    if (statusCode >= 200 && statusCode < 300) return undefined;
    return storageRefused(statusCode, response === 'tooLarge' ? null : response.body);
  } catch (error) {
    const isCancelled = signal.aborted && !isTimeout(signal);
    return isCancelled
      ? abortFailure(signal, 'after sending')
      : storageUnreachable(error, signal.aborted);
  }
}

/** Whether a file may be sent there: over HTTPS, or to the sandbox that the credential names. */
export function isUploadUrl(url: string, apiRootUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, origin } = new URL(url);
  return protocol === 'https:' || origin === apiRootUrl;
}

interface StreamedResponse {
  statusCode: number;
  body: BodyStream;
}

function httpOptions(url: string, body: FormData, abortSignal: AbortSignal): IHttpRequestOptions {
  return {
    method: 'POST',
    url,
    body,
    abortSignal,
    timeout: UPLOAD_TIMEOUT_MS,
    returnFullResponse: true,
    encoding: 'stream',
    ignoreHttpStatusErrors: true,
    // A file only goes to the URL that Upwork returned.
    disableFollowRedirect: true,
  };
}
