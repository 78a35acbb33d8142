import { AGENCY_MEMBER, ME, type Organization, type User } from '../world/account.mts';
import { connection, type Pagination } from './connection.mts';

export const CREATED = '2019-03-11T08:20:15+0000';

/** GenericUser, without a profile. */
export function genericUser({ id, nid, rid, name }: User) {
  return { id, nid, rid, name, photoUrl: null, publicUrl: null, ciphertext: `~0${id}` };
}

function asStaff(user: User) {
  return {
    id: user.rid,
    user: genericUser(user),
    activationStatus: 1,
    creationDate: CREATED,
    staffType: user === ME ? 3 : 2,
  };
}

/** The members of an organization, one page at a time. */
function staffs(kind: Organization['kind'], pagination: Pagination | null) {
  const members = kind === 'agency' ? [ME, AGENCY_MEMBER] : [ME];
  const offset = members.findIndex(({ id }) => id === pagination?.after) + 1;
  const cursorAt = (end: number) => members[end - 1]?.id ?? '';
  return connection(members, { offset, size: pagination?.first ?? 100 }, asStaff, cursorAt);
}

/** GenericOrganization, and what CurrentOrganization has besides. */
export function genericOrganization({ id, name, kind }: Organization) {
  return {
    id,
    rid: id.slice(-6),
    legacyId: id.slice(-6),
    name,
    type: kind === 'freelancer' ? 'SOLE_PROPRIETOR' : 'BUSINESS',
    legacyType: kind === 'client' ? 'CLIENT' : 'VENDOR',
    flag: {
      client: kind === 'client',
      vendor: kind !== 'client',
      agency: kind === 'agency',
      individual: kind === 'freelancer',
    },
    active: true,
    hidden: false,
    staffs: ({ pagination = null }: { pagination?: Pagination | null }) => staffs(kind, pagination),
  };
}

/** Country. */
export function country({ country: name, countryCode }: { country: string; countryCode: string }) {
  return {
    id: countryCode,
    name,
    twoLetterAbbreviation: countryCode,
    threeLetterAbbreviation: null,
    region: 'OTHER',
    phoneCode: null,
    active: true,
    registrationAllowed: true,
  };
}
