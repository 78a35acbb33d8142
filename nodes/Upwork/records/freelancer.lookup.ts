import { query } from '../api';
import type { UpworkClient } from '../api';

const document = query(
  'FreelancerOfProfile',
  /* GraphQL */ `
    query FreelancerOfProfile($profileKey: String!) {
      talentProfileByProfileKey(profileKey: $profileKey) {
        personId
      }
    }
  `,
  {
    batch: true,
    example: (first) => ({ profileKey: first('CurrentUser.ciphertext') }),
  },
);

/** The ID of the freelancer whose profile has this key in its URL; null if there is none. */
export async function findFreelancerId(
  client: UpworkClient,
  profileKey: string,
): Promise<string | null> {
  const { talentProfileByProfileKey: profile } = await client.send(document, { profileKey });
  return profile?.personId ?? null;
}
