import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface DocumentSource {
  file: string;
  /** The function that the code calls, `query` or `mutation`, and the name that it passes. */
  kind: 'query' | 'mutation';
  name: string;
  text: string;
}

const DOCUMENT = /(query|mutation)\(\s*'(\w+)',\s*\/\* GraphQL \*\/ `([^`]*)`/g;
/** Fields that several documents select: a constant that each of them interpolates. */
const FRAGMENT = /const (\w+) = \/\* GraphQL \*\/ `(\s*fragment [^`]*)`/g;

/** Every GraphQL document in the code of the package. */
export function packageDocuments(): DocumentSource[] {
  const sources = readdirSync('nodes', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => join('nodes', path))
    .map((file) => ({ file, code: readFileSync(file, 'utf8') }));
  const fragments = new Map(
    sources.flatMap(({ code }) =>
      [...code.matchAll(FRAGMENT)].map(([, constant = '', text = '']) => [constant, text] as const),
    ),
  );
  return sources.flatMap(({ file, code }) =>
    [...code.matchAll(DOCUMENT)].map(([, kind = '', name = '', text = '']) => ({
      file,
      kind: kind === 'query' ? kind : 'mutation',
      name,
      text: withFragments(text, fragments),
    })),
  );
}

function withFragments(text: string, fragments: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{(\w+)\}/g, (_, constant: string) => {
    const fragment = fragments.get(constant);
    if (fragment === undefined) throw new Error(`There is no fragment ${constant}`);
    return fragment;
  });
}
