/**
 * An error and its causes, outermost first: n8n wraps the error of its HTTP client once or twice,
 * depending on the version. Recognized by their shape, because n8n may have created them in another
 * realm.
 */
export function* errorCauses(error: unknown): Generator<object> {
  for (let current = error; typeof current === 'object' && current !== null; ) {
    yield current;
    current = 'cause' in current ? current.cause : undefined;
  }
}
