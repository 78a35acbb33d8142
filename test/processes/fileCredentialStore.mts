import { readFileSync, renameSync, writeFileSync } from 'node:fs';

import type { ICredentialDataDecryptedObject, INodeCredentialsDetails } from 'n8n-workflow';

import { CredentialStore } from '../core/credentialStore.mts';
import type { StoredCredential } from '../core/credentialStore.mts';

/** A credential that several processes share, as n8n's processes share their database. */
export class FileCredentialStore extends CredentialStore {
  constructor(private readonly file: string) {
    super(readCredential(file));
  }

  override async getDecrypted(): Promise<ICredentialDataDecryptedObject> {
    this.stored = readCredential(this.file);
    return await super.getDecrypted();
  }

  override async updateCredentialsOauthTokenData(
    details: INodeCredentialsDetails,
    type: string,
    data: ICredentialDataDecryptedObject,
  ): Promise<void> {
    await super.updateCredentialsOauthTokenData(details, type, data);
    // Atomically, as in a database.
    const draft = `${this.file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(this.stored));
    renameSync(draft, this.file);
  }
}

function readCredential(file: string): StoredCredential {
  return JSON.parse(readFileSync(file, 'utf8')) as StoredCredential;
}
