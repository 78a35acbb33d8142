import { ME } from '../world/account.mts';
import { freelancerAt, FREELANCERS } from '../world/freelancers.mts';
import type { Part } from './part.mts';
import { genericUser } from './people.mts';

/** The profiles of the freelancers, and of the connected user. */
export function talentPart({ seed }: { seed: number }): Part {
  const freelancers = Array.from({ length: FREELANCERS }, (_, index) => freelancerAt(seed, index));
  const ids = new Map([ME, ...freelancers].map((one) => [genericUser(one).ciphertext, one.id]));
  return {
    needs: { 'Query.talentProfileByProfileKey': 'Talent Profile – Read and Write Public' },
    enterpriseOnly: [],
    roots: {
      talentProfileByProfileKey: ({ profileKey }: { profileKey: string }) => {
        const personId = ids.get(profileKey);
        return personId === undefined ? null : { personId };
      },
    },
  };
}
