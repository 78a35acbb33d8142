import { idFor } from './random.mts';

/** A file that Upwork gave a link for. */
export interface Upload {
  id: string;
  fileName: string;
  contentType: string;
  /** What Upwork wants to find in the form, in its words. */
  formKeyValues: { key: string; value: string }[];
  /** Null until the form has come. */
  content: Buffer | null;
  isConfirmed: boolean;
}

/** What the storage does instead of taking a file. */
export type StorageFault =
  | { kind: 'silence' | 'reset' }
  | { kind: 'status'; status: number; headers: Record<string, string> };

/** The signature in the address of each upload: whoever has it may upload. */
export const UPLOAD_SIGNATURE = 'sandbox-signature';

/** The files for proposals, and the storage that they go to. */
export class Uploads {
  readonly #seed: number;
  readonly #byId = new Map<string, Upload>();
  /** Where the storage is, with the signature; known as soon as the sandbox listens. */
  url = '';
  fault: StorageFault | null = null;

  constructor(seed: number) {
    this.#seed = seed;
  }

  get all(): Upload[] {
    return [...this.#byId.values()];
  }

  /** The file, if it came. */
  uploaded(id: string): Upload | undefined {
    const upload = this.#byId.get(id);
    return upload?.content ? upload : undefined;
  }

  /** The file that a form's key names. */
  byKey(key: string): Upload | undefined {
    return this.all.find(({ id }) => keyOf(id) === key);
  }

  add(fileName: string, contentType: string): Upload {
    const id = idFor('upload', this.#seed, this.#byId.size);
    const upload: Upload = {
      id,
      fileName,
      contentType,
      formKeyValues: [
        { key: 'key', value: keyOf(id) },
        { key: 'acl', value: 'private' },
        {
          key: 'Content-Disposition',
          value: `attachment; filename*=utf-8''${encodeURIComponent(fileName)}`,
        },
        { key: 'policy', value: Buffer.from(`{"key":"${keyOf(id)}"}`).toString('base64') },
        { key: 'signature', value: UPLOAD_SIGNATURE },
        { key: 'Content-Type', value: contentType },
      ],
      content: null,
      isConfirmed: false,
    };
    this.#byId.set(id, upload);
    return upload;
  }
}

const keyOf = (id: string): string => `api/gql/domain/${id}`;
