import { idFor, randomFrom } from './random.mts';

/** A client, as far as a freelancer sees one. Money in whole US dollars. */
export interface Client {
  id: string;
  country: string;
  countryCode: string;
  city: string;
  state: string | null;
  timezone: string;
  offsetToUTC: string;
  paymentVerified: boolean;
  totalHires: number;
  totalPostedJobs: number;
  totalSpent: number;
  totalReviews: number;
  /** Average rating from 0 to 5; 0 without any reviews. */
  rating: number;
  enterprise: boolean;
}

type Location = Pick<
  Client,
  'country' | 'countryCode' | 'city' | 'state' | 'timezone' | 'offsetToUTC'
>;

function location(
  country: string,
  countryCode: string,
  city: string,
  state: string | null,
  timezone: string,
  offsetToUTC: string,
): Location {
  return { country, countryCode, city, state, timezone, offsetToUTC };
}

const LOCATIONS: readonly [Location, ...Location[]] = [
  location('United States', 'US', 'Denver', 'CO', 'America/Denver', '-07:00'),
  location('United States', 'US', 'Boston', 'MA', 'America/New_York', '-05:00'),
  location('United States', 'US', 'Portland', 'OR', 'America/Los_Angeles', '-08:00'),
  location('United Kingdom', 'GB', 'Leeds', null, 'Europe/London', '+00:00'),
  location('Germany', 'DE', 'Leipzig', null, 'Europe/Berlin', '+01:00'),
  location('Canada', 'CA', 'Halifax', 'NS', 'America/Halifax', '-04:00'),
  location('Australia', 'AU', 'Hobart', 'TAS', 'Australia/Hobart', '+11:00'),
  location('Netherlands', 'NL', 'Utrecht', null, 'Europe/Amsterdam', '+01:00'),
  location('India', 'IN', 'Pune', null, 'Asia/Kolkata', '+05:30'),
  location('France', 'FR', 'Nantes', null, 'Europe/Paris', '+01:00'),
  location('Sweden', 'SE', 'Uppsala', null, 'Europe/Stockholm', '+01:00'),
  location('United Arab Emirates', 'AE', 'Sharjah', null, 'Asia/Dubai', '+04:00'),
];

/** Client number `index`: the same for the same seed, whatever else exists. */
export function clientAt(seed: number, index: number): Client {
  const random = randomFrom(seed, 'client', index);
  const isNew = random.chance(0.2);
  const totalHires = isNew ? 0 : random.whole(1, random.chance(0.2) ? 180 : 25);
  const totalReviews = Math.min(totalHires, random.whole(0, totalHires));
  return {
    ...random.pick(LOCATIONS),
    id: idFor('client', seed, index),
    paymentVerified: isNew ? random.chance(0.3) : random.chance(0.9),
    totalHires,
    totalPostedJobs: totalHires + random.whole(1, 12),
    totalSpent: totalHires * random.whole(40, 3200),
    totalReviews,
    rating: totalReviews === 0 ? 0 : random.whole(310, 500) / 100,
    enterprise: random.chance(0.04),
  };
}
