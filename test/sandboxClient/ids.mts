import * as account from '../sandbox/world/account.mts';

/** The IDs of the connected user, and of the organizations that this user can act for. */
export const ME = account.ME.id;
export const FREELANCER = account.DEFAULT_ORGANIZATION.id;
export const AGENCY = account.AGENCY.id;
/** Another member of the agency. */
export const MEMBER = account.AGENCY_MEMBER.id;
export const CLIENT = account.CLIENT.id;
