/**
 * Matches a URL on the user's own machine or network, where a token may be sent. The credential
 * puts this pattern into its expressions, so that it and the nodes agree.
 */
export const LOCAL_URL =
  /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\]|10(\.\d{1,3}){3}|192\.168(\.\d{1,3}){2}|172\.(1[6-9]|2\d|3[01])(\.\d{1,3}){2})(:\d+)?\/?$/;
