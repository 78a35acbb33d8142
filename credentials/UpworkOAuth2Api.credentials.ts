import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { LOCAL_URL } from '../nodes/Upwork/api/auth/localUrl';

/**
 * An expression for a URL on Upwork, or for the same path on the sandbox. `fields` is n8n's
 * variable for the credential's own fields. If the Sandbox URL is not local, the result is text
 * that no request can be sent to and that n8n shows when the user connects.
 */
function byEnvironment(fields: '$self' | '$credentials', upworkHost: string, path: string): string {
  const sandboxUrl = `${fields}["sandboxUrl"]`;
  return `={{ (${fields}["environment"] !== "sandbox" ? "${upworkHost}" : ${String(LOCAL_URL)}.test(${sandboxUrl}) ? ${sandboxUrl}.replace(/\\/$/, "") : "the-sandbox-url-must-be-a-loopback-or-private-address:") + "${path}" }}`;
}

export class UpworkOAuth2Api implements ICredentialType {
  name = 'upworkOAuth2Api';

  displayName = 'Upwork OAuth2 API';

  extends = ['oAuth2Api'];

  icon: Icon = { light: 'file:../icons/upwork.svg', dark: 'file:../icons/upwork.dark.svg' };

  documentationUrl =
    'https://github.com/n8n-nodes-upwork/n8n-nodes-upwork/blob/main/docs/api-key.md';

  properties: INodeProperties[] = [
    {
      displayName: 'Client ID',
      name: 'clientId',
      type: 'string',
      default: '',
      required: true,
      hint: 'From your own Upwork API key. Apply at <a href="https://www.upwork.com/developer/keys/apply" target="_blank">upwork.com/developer/keys/apply</a> and paste the OAuth Redirect URL above as its callback URL.',
    },
    {
      displayName: 'Client Secret',
      name: 'clientSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
    },
    {
      displayName:
        'On the API key, tick at least "Common Entities – Read-Only" and "Read marketplace Job Postings" (<a href="https://github.com/n8n-nodes-upwork/n8n-nodes-upwork/blob/main/docs/api-key.md#permissions" target="_blank">which operation needs what</a>). After you change its permissions, connect again. This package is independent of Upwork.',
      name: 'keyNotice',
      type: 'notice',
      default: '',
    },
    {
      displayName: 'Organization ID',
      name: 'organizationId',
      type: 'string',
      default: '',
      placeholder: 'e.g. 1234567890123456789',
      hint: 'To see the IDs, connect first and run Account: Get Organizations',
      description:
        'Organization to act for, such as your agency. Leave empty to use the one that you selected at your last login to Upwork.',
    },
    {
      displayName: 'Requests per Minute',
      name: 'requestsPerMinute',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 300 },
      default: 300,
      description:
        'How many requests this n8n process can send per minute. Upwork allows 300 per IP address: enter less if other programs or n8n workers share yours.',
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
          description: 'A local imitation of Upwork to try things out',
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
      description: 'Where the sandbox runs. Must be a loopback or private address.',
    },
    {
      displayName: 'Service Account',
      name: 'serviceAccount',
      type: 'boolean',
      default: false,
      description:
        'Whether the API key is for a service account of an enterprise client. Shows the field Grant Type at the top.',
    },
    {
      // n8n shows a field of oAuth2Api in the place that it has there, and never stores a hidden grant type.
      displayName: 'Grant Type',
      name: 'grantType',
      type: 'options',
      displayOptions: { show: { serviceAccount: [true] } },
      options: [
        {
          name: 'Authorization Code',
          value: 'authorizationCode',
          description: 'A person connects an Upwork account',
        },
        {
          name: 'Client Credentials',
          value: 'clientCredentials',
          description: 'The service account connects by itself',
        },
      ],
      default: 'authorizationCode',
    },
    {
      displayName: 'Authorization URL',
      name: 'authUrl',
      type: 'hidden',
      default: byEnvironment(
        '$self',
        'https://www.upwork.com',
        '/ab/account-security/oauth2/authorize',
      ),
      required: true,
    },
    {
      displayName: 'Access Token URL',
      name: 'accessTokenUrl',
      type: 'hidden',
      default: byEnvironment('$self', 'https://www.upwork.com', '/api/v3/oauth2/token'),
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
      // Upwork: with the client's id and secret in a header only, connecting works but refreshing
      // doesn't.
      displayName: 'Authentication',
      name: 'authentication',
      type: 'hidden',
      default: 'body',
    },
    {
      // n8n's HTTP Request node sends the token to these domains only.
      displayName: 'Allowed HTTP Request Domains',
      name: 'allowedHttpRequestDomains',
      type: 'hidden',
      default: 'domains',
    },
    {
      displayName: 'Allowed Domains',
      name: 'allowedDomains',
      type: 'hidden',
      default: 'api.upwork.com',
    },
  ];

  test: ICredentialTestRequest = {
    request: {
      baseURL: byEnvironment('$credentials', 'https://api.upwork.com', ''),
      url: '/graphql',
      method: 'POST',
      headers: { 'User-Agent': 'n8n-nodes-upwork (n8n community node)' },
      body: { query: 'query CredentialTest { user { id } }' },
    },
    // Upwork: a missing permission is reported inside an HTTP 200.
    rules: [
      {
        type: 'responseSuccessBody',
        properties: {
          key: 'errors[0].extensions.classification',
          value: 'ExecutionAborted',
          message:
            'Upwork accepts the key but not the request: tick "Common Entities – Read-Only" on the key',
        },
      },
    ],
  };
}
