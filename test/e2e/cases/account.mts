import { jsonObject, jsonObjects } from '../../n8n/json.mts';
import { idLocator } from '../../n8n/workflows.mts';
import { askSandbox } from '../askSandbox.mts';
import { AGENCY, CLIENT, FREELANCER } from '../../sandboxClient/ids.mts';
import { type Refused, refused, type ResourceCases } from './operationCase.mts';
import { AS_CLIENT } from './organizations.mts';

/** The only parameter of these operations that can be invalid. */
const NO_ORGANIZATION: Refused = {
  parameter: 'organizationId',
  entered: '999',
  error: () =>
    `Upwork did not authorize this for the organization in use. The organization in use is not one of yours (ID 999). Choose one of these in 'Organization': Robin Sandbox (freelancer, ID ${FREELANCER}), Sandbox Agency (freelancer, ID ${AGENCY}), Sandbox Client Ltd (client, ID ${CLIENT}).`,
};

export const accountCases: ResourceCases = {
  resource: 'account',
  cases: [
    {
      operation: 'checkAccess',
      prepare: (sandbox) => ({
        parameters: AS_CLIENT,
        check(output) {
          const permissions = output.map(({ permission }) => permission);
          const known = [...sandbox.permissions, 'Own proposals (name not known)'];
          expect(permissions.sort()).toEqual(known.sort());
          expect(output.map(({ access }) => access)).not.toContain('Missing');
        },
      }),
      refused: NO_ORGANIZATION,
    },
    {
      operation: 'checkApi',
      prepare: () => ({
        parameters: AS_CLIENT,
        check(output) {
          const documents = output.filter(({ kind }) => kind === 'Document');
          const unexplained = documents.filter(
            ({ result, details }) => result !== 'Works' && !details,
          );
          expect(unexplained).toEqual([]);
          expect(documents).toContainEqual(
            expect.objectContaining({ name: 'ClientProposalList', result: 'Works' }),
          );
        },
      }),
      refused: refused('organizationId', 'a b', 'is not an ID: "a b"'),
    },
    {
      operation: 'get',
      prepare: (sandbox) => ({
        parameters: AS_CLIENT,
        async check(output) {
          const { user, organization } = await askSandbox(
            sandbox,
            '{ user { id name } organization { id name } }',
            {},
            CLIENT,
          );
          const read = output.map(({ userId, name, organizationId, organizationName }) => ({
            user: { id: userId, name },
            organization: { id: organizationId, name: organizationName },
          }));
          expect(read).toEqual([{ user, organization }]);
        },
      }),
      refused: NO_ORGANIZATION,
    },
    {
      operation: 'getOrganizations',
      prepare: (sandbox) => ({
        parameters: { organizationId: idLocator('') },
        async check(output) {
          const query = '{ companySelector { items { organizationId title } } }';
          const { companySelector } = await askSandbox(sandbox, query);
          const read = output.map(({ id, name }) => ({ organizationId: id, title: name }));
          expect(read).toEqual(jsonObjects(jsonObject(companySelector).items));
        },
      }),
      refused: NO_ORGANIZATION,
    },
  ],
};
