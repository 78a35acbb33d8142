/** A setup that failed. Its message tells the user what is wrong and what to do. */
export class SetupError extends Error {
  override name = 'SetupError';
}
