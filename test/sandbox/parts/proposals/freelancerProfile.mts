import type { Freelancer } from '../../world/freelancers.mts';
import { dateText } from '../dates.mts';
import { ontologyEntity } from '../jobs/posting.mts';
import { money } from '../jobs/values.mts';
import { country } from '../people.mts';

const DAY = 86_400_000;

/** The part of a FreelancerProfile that a client sees with a proposal. */
export function freelancerProfile(freelancer: Freelancer, now: number) {
  const { id, name, title, description, rate, rated } = freelancer;
  const [firstName = name, ...others] = name.split(' ');
  const names = { firstName, lastName: others.join(' ') };
  return {
    ...names,
    fullName: name,
    personalData: {
      ...names,
      title,
      description,
      chargeRate: money(rate, 'USD'),
      profileUrl: `https://www.upwork.com/freelancers/~0${id}`,
    },
    countryDetails: country(freelancer),
    skills: { edges: freelancer.skills.map((skill) => ({ node: ontologyEntity(skill, 'SKILL') })) },
    aggregates: {
      jobSuccessScore: freelancer.jobSuccess,
      topRatedStatus: rated === 'TOP_RATED' ? 'top_rated' : 'not_eligible',
      topRatedPlusStatus: rated === 'TOP_RATED_PLUS' ? 'top_rated_plus' : 'not_eligible',
      totalHours: freelancer.hoursBilled,
      totalEarnings: money(freelancer.earned, 'USD'),
      lastActivityDateTime: dateText(now - freelancer.daysSinceActive * DAY),
    },
  };
}
