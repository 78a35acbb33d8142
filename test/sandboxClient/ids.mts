import * as account from '../sandbox/world/account.mts';

/** The ids of the person who is connected, and of the organizations that this person can speak for. */
export const ME = account.ME.id;
export const FREELANCER = account.DEFAULT_ORGANIZATION.id;
export const AGENCY = account.AGENCY.id;
export const CLIENT = account.CLIENT.id;
