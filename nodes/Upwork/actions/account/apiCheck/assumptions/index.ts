import type { Assumption } from '../assumption';
import { errors } from './errors';
import { jobPostings } from './jobPostings';
import { jobs } from './jobs';
import { limits } from './limits';
import { messages } from './messages';
import { oauth } from './oauth';
import { organizations } from './organizations';
import { permissions } from './permissions';
import { proposals } from './proposals';
import { transport } from './transport';

/** The facts in docs/upwork-facts.md that are assumed or reported once, in the same order. */
export const ASSUMPTIONS: readonly Assumption[] = [
  ...transport,
  ...oauth,
  ...errors,
  ...limits,
  ...organizations,
  ...jobs,
  ...jobPostings,
  ...messages,
  ...proposals,
  ...permissions,
];
