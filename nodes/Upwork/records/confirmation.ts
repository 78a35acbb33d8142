/** After a deletion. */
export interface Deleted {
  deleted: true;
}

/** After a change of which Upwork only says whether it was made. */
export interface Success {
  success: boolean | undefined;
}
