import { execFileSync } from 'node:child_process';

/** What `npm pack` would publish; sizes in bytes. */
export function packedSize(): { size: number; unpackedSize: number; entryCount: number } {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json'], { encoding: 'utf8', stdio: 'pipe' }),
  ) as { size: number; unpackedSize: number; entryCount: number }[];
  if (!packed) throw new Error('npm pack printed nothing');
  return packed;
}
