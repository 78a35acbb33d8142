/** What a check of Upwork's API found: about a document, or about an assumption of this package. */
export interface ApiCheck {
  kind: 'assumption' | 'document';
  /** The document's name, or the assumption in words. */
  name: string;
  result:
    | ('works' | 'partial' | 'blocked' | 'changed' | 'failed' | 'notTried')
    | ('held' | 'notHeld' | 'notSeen');
  details: string | null;
  /** What Upwork blocked or no longer has, as `Type.field`, separated by commas. */
  fields: string | null;
}

/** All checks as one text. */
export interface ApiReport {
  report: string;
}
