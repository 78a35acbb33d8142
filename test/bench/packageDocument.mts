import type { DocumentSource } from '../codegen/documents.mts';
import { packageDocuments } from '../codegen/documents.mts';

/** The package's document of that name. */
export function packageDocument(name: string): DocumentSource {
  const document = packageDocuments().find((known) => known.name === name);
  if (!document) throw new Error(`The package no longer has a document ${name}`);
  return document;
}
