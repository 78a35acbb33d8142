/**
 * A web address that only the user's own machine or network can be behind. A token may go there; the
 * credential puts this pattern into its expressions, so that its pages and the nodes agree.
 */
export const LOCAL_URL =
  /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\]|10(\.\d{1,3}){3}|192\.168(\.\d{1,3}){2}|172\.(1[6-9]|2\d|3[01])(\.\d{1,3}){2})(:\d+)?\/?$/;
