import type { SandboxOptions } from '../options.mts';
import type { World } from '../world/index.mts';
import { identityPart } from './identity.mts';
import { jobPostingLists, jobPostingsPart } from './jobPostings/index.mts';
import { jobsPart } from './jobs/index.mts';
import { messagingPart } from './messaging/index.mts';
import { ontologyPart } from './ontology.mts';
import type { Part } from './part.mts';
import { proposalsPart } from './proposals/index.mts';
import { talentPart } from './talent.mts';

/** The parts of Upwork's API that the sandbox implements, one line each. */
export function createParts(world: World, options: SandboxOptions): Part[] {
  return [
    identityPart(jobPostingLists(world, options)),
    jobsPart(world, options),
    proposalsPart(world, options),
    jobPostingsPart(world, options),
    messagingPart(world, options),
    ontologyPart(),
    talentPart(options),
  ];
}
