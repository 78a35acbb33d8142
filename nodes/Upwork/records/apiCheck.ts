/** What a check of Upwork's API found: about a document, or about an assumption of this package. */
export interface ApiCheck {
  kind: 'Assumption' | 'Document';
  /** The document's name, or the assumption in words. */
  name: string;
  result:
    | ('Works' | 'Partial' | 'Blocked' | 'Changed' | 'Failed' | 'Not Tried')
    | ('Held' | 'Not Held' | 'Not Seen');
  details: string | null;
  /** What Upwork blocked or no longer has, as `Type.field`, separated by commas. */
  fields: string | null;
}

/** All checks as one text. */
export interface ApiReport {
  report: string;
}
