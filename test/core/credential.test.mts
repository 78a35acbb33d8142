import { NodeHelpers } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { UpworkOAuth2Api } from '../../credentials/UpworkOAuth2Api.credentials.ts';
import { CredentialStore } from './credentialStore.mts';

/** The fields that the editor shows below the OAuth Redirect URL, given what is entered. */
function shown(entered: INodeParameters = {}): string[] {
  const { properties } = new UpworkOAuth2Api();
  const defaults = Object.fromEntries(properties.map(({ name, default: value }) => [name, value]));
  const values = { ...defaults, ...entered } as INodeParameters;
  return properties
    .filter(({ type }) => type !== 'hidden')
    .filter((field) => NodeHelpers.displayParameter(values, field, null, null))
    .map(({ displayName, type }) => (type === 'notice' ? 'the permissions' : displayName));
}

const decrypted = async (stored: ICredentialDataDecryptedObject) =>
  await new CredentialStore(stored).getDecrypted();

describe('the credential', () => {
  it('asks for what everybody needs, in the order of doing', () => {
    expect(shown()).toEqual([
      'Client ID',
      'Client Secret',
      'the permissions',
      'Organization ID',
      'Requests per Minute',
      'Environment',
      'Service Account',
    ]);
  });

  it('asks for the address of the sandbox and for the grant type where they matter', () => {
    expect(shown({ environment: 'sandbox' })).toContain('Sandbox URL');
    expect(shown({ serviceAccount: true })).toContain('Grant Type');
  });

  it("lets n8n's HTTP Request node send the token to Upwork's API only", async () => {
    const restriction = {
      allowedHttpRequestDomains: 'domains',
      allowedDomains: 'api.upwork.com',
    };
    expect(await decrypted({ clientId: 'id' })).toMatchObject(restriction);
    expect(await decrypted({ environment: 'sandbox' })).toMatchObject(restriction);
  });

  it('says where to find an organization ID', () => {
    const { properties } = new UpworkOAuth2Api();
    const { hint } = properties.find(({ name }) => name === 'organizationId') ?? {};
    expect(hint).toContain('Account: Get Organizations');
  });
});
