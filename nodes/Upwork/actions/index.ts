import { account } from './account';
import { clientProposal } from './clientProposal';
import { graphql } from './graphql';
import { job } from './job';
import { jobPosting } from './jobPosting';
import { message } from './message';
import type { Resource } from './operation';
import type { PermissionUses } from './permissionUses';
import { proposal } from './proposal';
import { room } from './room';

/** The resources of the action node. */
export const createResources = (uses: PermissionUses): Resource[] => [
  account(uses),
  graphql,
  job,
  jobPosting,
  message,
  proposal,
  clientProposal,
  room,
];
