import { idFor } from './random.mts';

/** A file with an upload link. */
export interface Upload {
  id: string;
  fileName: string;
  contentType: string;
  /** The fields that the form must have, named as in the schema. */
  formKeyValues: { key: string; value: string }[];
  /** Null until the file is uploaded. */
  content: Buffer | null;
  isConfirmed: boolean;
}

/** What the storage does instead of accepting a file. */
export type StorageFault =
  | { kind: 'silence' | 'reset' }
  | { kind: 'status'; status: number; headers: Record<string, string> };

/** The signature in the URL of each upload: it is a secret, because it permits uploading. */
export const UPLOAD_SIGNATURE = 'sandbox-signature';

/** The files for proposals, and their storage. */
export class Uploads {
  readonly #seed: number;
  readonly #byId = new Map<string, Upload>();
  /** The URL of the storage, with the signature; set as soon as the sandbox listens. */
  url = '';
  fault: StorageFault | null = null;

  constructor(seed: number) {
    this.#seed = seed;
  }

  get all(): Upload[] {
    return [...this.#byId.values()];
  }

  /** The file, if it was uploaded. */
  uploaded(id: string): Upload | undefined {
    const upload = this.#byId.get(id);
    return upload?.content ? upload : undefined;
  }

  /** The file for the key in a form. */
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
