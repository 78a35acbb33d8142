/**
 * An error and what caused it, outermost first: n8n wraps the error of its HTTP client once or twice,
 * depending on the version. Told by their shape, because n8n may have made them in another realm.
 */
export function* causes(error: unknown): Generator<object> {
  for (let current = error; typeof current === 'object' && current !== null; ) {
    yield current;
    current = 'cause' in current ? current.cause : undefined;
  }
}
