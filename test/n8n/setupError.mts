/** A set-up that can't be done. Its message is for the person who started it: what is wrong, what to do. */
export class SetupError extends Error {
  override name = 'SetupError';
}
