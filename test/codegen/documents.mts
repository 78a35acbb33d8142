import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface DocumentSource {
  file: string;
  /** The call that types the document, such as `query<JobGetQuery,JobGetQueryVariables>`. */
  call: string;
  text: string;
}

const DOCUMENT = /(\w+<[^>]+>)\(\s*\/\* GraphQL \*\/ `([^`]*)`/g;

/** Every GraphQL document of the package, found where it stands beside its operation. */
export function packageDocuments(): DocumentSource[] {
  return readdirSync('nodes', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join('nodes', path))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(DOCUMENT)].map(([, call = '', text = '']) => ({
        file,
        call: call.replace(/\s+|,(?=\s*>)/g, ''),
        text,
      })),
    );
}
