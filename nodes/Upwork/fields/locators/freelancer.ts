import type { INodeProperties } from 'n8n-workflow';

import type { UpworkClient } from '../../api';
import { findFreelancerId } from '../../records/freelancer.lookup';
import { locatorField } from '../builders';
import type { Parameters } from '../parameters';
import { findIds, readLocator } from './locator';

const NAME = 'freelancerId';

/** Upwork: the key of a profile is in its URL. */
const PROFILE_KEY = /~01\w+/g;

/** Choosing a freelancer. No list has all of them. */
export const freelancerLocatorField = (description: string): INodeProperties =>
  locatorField(
    { displayName: 'Freelancer', name: NAME, required: true, description },
    {
      url: {
        placeholder: 'e.g. https://www.upwork.com/freelancers/~01234567890abcdef0',
        regex: '^https?://(www\\.)?upwork\\.com/.*~01\\w+.*$',
        errorMessage: "Not the URL of a freelancer's profile: it should contain '~01'",
      },
      id: {
        placeholder: 'e.g. 1234567890123456789',
        regex: '^(~01\\w+|\\d+)$',
        errorMessage: 'Not a valid freelancer ID',
      },
    },
  );

/** The ID of the freelancer. That of a profile has to be looked up, for which the key needs a permission. */
export async function requireFreelancerId(
  client: UpworkClient,
  parameters: Parameters,
): Promise<string> {
  const entered = readLocator(parameters, NAME, {
    find: (text) => findIds(text, PROFILE_KEY),
    problem: "is not a freelancer's ID or profile URL",
    advice:
      'Enter the digits of the ID, or a URL such as https://www.upwork.com/freelancers/~01234567890abcdef0.',
  });
  if (!entered.startsWith('~')) return entered;
  const id = await findFreelancerId(client, entered);
  if (id !== null) return id;
  throw parameters.invalid(
    NAME,
    `names the profile ${entered}, which Upwork can't find`,
    'Check the URL. A profile that is private can only be named by the ID of the freelancer.',
  );
}
