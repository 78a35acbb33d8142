import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface DocumentSource {
  file: string;
  /** What the code calls it with: `query` or `mutation`, and the name. */
  kind: 'query' | 'mutation';
  name: string;
  text: string;
}

const DOCUMENT = /(query|mutation)\(\s*'(\w+)',\s*\/\* GraphQL \*\/ `([^`]*)`/g;

/** Every GraphQL document of the package, found where it stands beside its operation. */
export function packageDocuments(): DocumentSource[] {
  return readdirSync('nodes', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => join('nodes', path))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(DOCUMENT)].map(
        ([, kind = '', name = '', text = '']) => ({
          file,
          kind: kind === 'query' ? kind : 'mutation',
          name,
          text,
        }),
      ),
    );
}
