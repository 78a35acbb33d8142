import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK = 1 << 16;

/** Reads n8n's log while n8n writes it. */
export class LogWatch {
  readonly #file: string;
  #position = 0;
  #unfinished = '';

  constructor(file: string) {
    this.#file = file;
  }

  /** The lines that were written since the last call. */
  newLines(): string[] {
    const lines = (this.#unfinished + this.#read()).split('\n');
    this.#unfinished = lines.pop() ?? '';
    return lines;
  }

  #read(): string {
    const chunks: Buffer[] = [];
    const file = openSync(this.#file, 'r');
    for (;;) {
      const chunk = Buffer.alloc(CHUNK);
      const length = readSync(file, chunk, 0, CHUNK, this.#position);
      if (length === 0) break;
      this.#position += length;
      chunks.push(chunk.subarray(0, length));
    }
    closeSync(file);
    return Buffer.concat(chunks).toString('utf8');
  }
}
