import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * The Sandbox URL without its path, or for anything but a loopback or private address a text that no
 * request can be sent to; n8n shows it when the user connects.
 */
const SANDBOX_ROOT =
  '(/^https?:\\/\\/(localhost|127(\\.\\d{1,3}){3}|\\[::1\\]|10(\\.\\d{1,3}){3}|192\\.168(\\.\\d{1,3}){2}|172\\.(1[6-9]|2\\d|3[01])(\\.\\d{1,3}){2})(:\\d+)?\\/?$/.test($self["sandboxUrl"]) ? $self["sandboxUrl"].replace(/\\/$/, "") : "the-sandbox-url-must-be-a-loopback-or-private-address:")';

/** A URL of Upwork's, or the same path on the sandbox, by the credential's own Environment field. */
const byEnvironment = (upworkHost: string, path: string): string =>
  `={{ ($self["environment"] === "sandbox" ? ${SANDBOX_ROOT} : "${upworkHost}") + "${path}" }}`;

export class UpworkOAuth2Api implements ICredentialType {
  name = 'upworkOAuth2Api';

  displayName = 'Upwork OAuth2 API';

  extends = ['oAuth2Api'];

  icon: Icon = { light: 'file:../icons/upwork.svg', dark: 'file:../icons/upwork.dark.svg' };

  documentationUrl =
    'https://github.com/n8n-nodes-upwork/n8n-nodes-upwork#getting-an-upwork-api-key';

  properties: INodeProperties[] = [
    {
      displayName:
        'Get a key at <a href="https://www.upwork.com/developer/keys/apply" target="_blank">upwork.com/developer/keys/apply</a>: enter the OAuth Redirect URL above as its callback URL, and tick at least "Common Entities – Read-Only" and "Read marketplace Job Postings". Changing a key\'s permissions later ends its connections: reconnect then. This package is independent of Upwork.',
      name: 'keyNotice',
      type: 'notice',
      default: '',
    },
    {
      displayName: 'Grant Type',
      name: 'grantType',
      type: 'options',
      options: [
        {
          name: 'Authorization Code',
          value: 'authorizationCode',
          description: 'For every key: a person connects an Upwork account',
        },
        {
          name: 'Client Credentials',
          value: 'clientCredentials',
          description: 'For service accounts of enterprise clients only',
        },
      ],
      default: 'authorizationCode',
    },
    {
      displayName: 'Organization ID',
      name: 'organizationId',
      type: 'string',
      default: '',
      description:
        'The organization to act for, such as your agency. Leave empty for the one that was selected at your last login to Upwork.',
    },
    {
      displayName: 'Environment',
      name: 'environment',
      type: 'options',
      options: [
        { name: 'Upwork', value: 'upwork' },
        {
          name: 'Sandbox',
          value: 'sandbox',
          description: 'A local imitation of Upwork for trying things out',
        },
      ],
      default: 'upwork',
    },
    {
      displayName: 'Sandbox URL',
      name: 'sandboxUrl',
      type: 'string',
      displayOptions: { show: { environment: ['sandbox'] } },
      default: 'http://127.0.0.1:4010',
      description:
        'Where the sandbox runs. It must be a loopback or private address; anything else is refused.',
    },
    {
      displayName: 'Authorization URL',
      name: 'authUrl',
      type: 'hidden',
      default: byEnvironment('https://www.upwork.com', '/ab/account-security/oauth2/authorize'),
      required: true,
    },
    {
      displayName: 'Access Token URL',
      name: 'accessTokenUrl',
      type: 'hidden',
      default: byEnvironment('https://www.upwork.com', '/api/v3/oauth2/token'),
      required: true,
    },
    {
      // Upwork: permissions are ticked on the key; a scope that is not empty is refused.
      displayName: 'Scope',
      name: 'scope',
      type: 'hidden',
      default: '',
    },
    {
      displayName: 'Auth URI Query Parameters',
      name: 'authQueryParameters',
      type: 'hidden',
      default: '',
    },
    {
      // Upwork: with the client's id and secret in a header only, connecting works but no refresh does.
      displayName: 'Authentication',
      name: 'authentication',
      type: 'hidden',
      default: 'body',
    },
    {
      displayName: 'Allowed HTTP Request Domains',
      name: 'allowedHttpRequestDomains',
      type: 'options',
      options: [
        {
          name: 'All',
          value: 'all',
          description: 'Allow all requests when used in the HTTP Request or GraphQL node',
        },
        {
          name: 'Specific Domains',
          value: 'domains',
          description: 'Restrict requests to specific domains',
        },
        {
          name: 'None',
          value: 'none',
          description: 'Block all requests when used in the HTTP Request or GraphQL node',
        },
      ],
      default: 'domains',
      description:
        'Control which domains this credential can be used with in HTTP Request or GraphQL nodes',
    },
    {
      displayName: 'Allowed Domains',
      name: 'allowedDomains',
      type: 'string',
      displayOptions: { show: { allowedHttpRequestDomains: ['domains'] } },
      default: 'api.upwork.com',
      description: 'Comma-separated list of allowed domains (supports wildcards with *)',
    },
  ];

  test: ICredentialTestRequest = {
    request: {
      baseURL: `={{ ($credentials.environment === "sandbox" ? ${SANDBOX_ROOT.replaceAll('$self["sandboxUrl"]', '$credentials.sandboxUrl')} : "https://api.upwork.com") }}`,
      url: '/graphql',
      method: 'POST',
      headers: { 'User-Agent': 'n8n-nodes-upwork (n8n community node)' },
      body: { query: 'query CredentialTest { user { id } }' },
    },
    rules: [
      {
        type: 'responseSuccessBody',
        properties: {
          key: 'data.user',
          value: null,
          message:
            'Upwork accepted the key but not the request: tick "Common Entities – Read-Only" on the key and reconnect',
        },
      },
    ],
  };
}
