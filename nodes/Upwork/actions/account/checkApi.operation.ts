import { queries } from '../../api';
import type { UpworkClient } from '../../api';
import type { Operation } from '../operation';
import { ASSUMPTIONS } from './apiCheck/assumptions';
import { toChecks } from './apiCheck/checks';
import { toReport } from './apiCheck/report';
import { tryDocuments } from './apiCheck/tryDocuments';
import type { Trial } from './apiCheck/tryDocuments';

export const checkApi: Operation = {
  value: 'checkApi',
  name: 'Check API',
  action: 'Check the Upwork API',
  description: "Check whether Upwork's API behaves as this package expects; changes nothing",
  output: 'apiCheck',
  permissions: [],
  isForPeopleOnly: true,
  maxRequests: 75,
  fields: [
    {
      displayName: 'Return Report',
      name: 'returnReport',
      type: 'boolean',
      default: false,
      description:
        'Whether to return a single report that you can attach to a GitHub issue, instead of one item per check. The report contains no personal data: IDs are hashed, and names and messages are left out.',
    },
  ],

  async execute(client, parameters) {
    const result = await tryDocuments(client, queries);
    assertConnected(client, result);
    const checks = toChecks(result, ASSUMPTIONS);
    if (!parameters.flag('returnReport')) return checks.map((check) => ({ ...check }));
    return [{ ...(await toReport(checks)) }];
  },
};

/** If Upwork returned nothing at all, the checks would say nothing about its API. */
function assertConnected(client: UpworkClient, { evidence, inspected }: Trial): void {
  if (inspected.some(({ inspection }) => inspection.response)) return;
  const [failure] = evidence.failures();
  if (failure) throw client.toError(failure);
}
