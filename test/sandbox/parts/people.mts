import type { Organization, User } from '../world/account.mts';

/** GenericUser, without a profile. */
export function genericUser({ id, nid, rid, name }: User) {
  return { id, nid, rid, name, photoUrl: null, publicUrl: null, ciphertext: `~0${id}` };
}

/** GenericOrganization. */
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
