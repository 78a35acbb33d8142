import { SetupError } from './setupError.mts';

/**
 * Clicks "Allow" on the sandbox's consent page. Takes the URL that n8n's Connect button opens;
 * returns the URL of n8n's callback to which the page redirects the browser.
 */
export async function allowAccess(authorizeUrl: string): Promise<string> {
  const { origin, pathname, searchParams } = new URL(authorizeUrl);
  const form = new URLSearchParams(searchParams);
  form.set('decision', 'allow');
  const response = await fetch(origin + pathname, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  const callback = response.headers.get('location');
  if (callback === null) {
    throw new SetupError(
      `The sandbox's consent page responded with ${response.status}, not a redirect`,
    );
  }
  return callback;
}
