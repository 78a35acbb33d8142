import { ICredentialsHelper, NodeHelpers, UnexpectedError, Workflow } from 'n8n-workflow';
import type {
  ICredentialDataDecryptedObject,
  ICredentials,
  IHttpRequestOptions,
  INode,
  INodeCredentialsDetails,
  INodeParameters,
  INodeProperties,
  INodeType,
  INodeTypes,
} from 'n8n-workflow';

import { UpworkOAuth2Api } from '../../credentials/UpworkOAuth2Api.credentials.ts';
import { Upwork } from '../../nodes/Upwork/Upwork.node.ts';

/** What the user enters, and the token data that n8n adds. */
export type StoredCredential = ICredentialDataDecryptedObject;

/** As in n8n, expressions of a credential are evaluated in a node without parameters. */
const mockType: INodeType = { description: { ...new Upwork().description, properties: [] } };
const mockNodeTypes: INodeTypes = {
  getByName: () => mockType,
  getByNameAndVersion: () => mockType,
  getKnownTypes: () => ({}),
};
const mockNode: INode = {
  id: 'mock',
  name: 'mock',
  type: 'mock',
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
};

/** Replaces n8n's credential database: decrypts on each read and counts the updates. */
export class CredentialStore extends ICredentialsHelper {
  updates = 0;

  constructor(public stored: StoredCredential | null) {
    super();
  }

  get isEmpty(): boolean {
    return this.stored === null;
  }

  /**
   * The credential's defaults and expressions, resolved as in n8n: what is stored of a field that is
   * not shown is dropped.
   */
  async getDecrypted(): Promise<ICredentialDataDecryptedObject> {
    const { oauthTokenData, ...fields } = structuredClone(this.stored ?? {});
    const { properties } = new UpworkOAuth2Api();
    const shown = NodeHelpers.getNodeParameters(
      properties,
      fields as INodeParameters,
      true,
      false,
      null,
      null,
    );
    const data = { ...shown, ...(oauthTokenData !== undefined && { oauthTokenData }) };
    const { expression } = new Workflow({
      nodes: [mockNode],
      connections: {},
      active: false,
      nodeTypes: mockNodeTypes,
    });
    await expression.acquireIsolate();
    const resolved = Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? expression.getComplexParameterValue(
            mockNode,
            value,
            'internal',
            {},
            undefined,
            undefined,
            data,
          )
        : value,
    ]);
    await expression.releaseIsolate();
    return Object.fromEntries(resolved) as ICredentialDataDecryptedObject;
  }

  async updateCredentialsOauthTokenData(
    _details: INodeCredentialsDetails,
    _type: string,
    data: ICredentialDataDecryptedObject,
  ): Promise<void> {
    this.updates++;
    this.stored = { ...this.stored, oauthTokenData: data.oauthTokenData ?? {} };
    await Promise.resolve();
  }

  getParentTypes(): string[] {
    return ['oAuth2Api'];
  }

  isCredentialUsableByNode(): boolean {
    return true;
  }

  getCredentialsProperties(): INodeProperties[] {
    return new UpworkOAuth2Api().properties;
  }

  async runPreAuthentication(): Promise<undefined> {
    await Promise.resolve();
  }

  async preAuthentication(): Promise<undefined> {
    await Promise.resolve();
  }

  authenticate(): Promise<IHttpRequestOptions> {
    throw new UnexpectedError('OAuth2 credentials do not authenticate this way');
  }

  getCredentials(): Promise<ICredentials> {
    throw new UnexpectedError('no test reads the encrypted credential');
  }

  updateCredentials(): Promise<void> {
    throw new UnexpectedError('only token data is ever updated');
  }
}
