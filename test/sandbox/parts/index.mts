import type { World } from '../world/index.mts';
import { identityPart } from './identity.mts';
import { jobsPart } from './jobs/index.mts';
import { messagingPart } from './messaging/index.mts';
import { outlinesPart } from './outlines.mts';
import type { Part } from './part.mts';

/** The parts of Upwork's API that the sandbox has: one line each. */
export function createParts(world: World): Part[] {
  return [identityPart(), jobsPart(world), messagingPart(world), outlinesPart()];
}
