import { AGENCY, ME, type Organization, type User } from '../account.mts';
import { type Client, clientAt } from '../clients.mts';
import { idFor, randomFrom } from '../random.mts';

/**
 * A person, and the organization that they act for in a room: Upwork distinguishes people by both.
 */
export interface Contact {
  user: User;
  organization: Organization;
}

const FIRST_NAMES =
  'Ada,Bram,Chloe,Dario,Elif,Femi,Greta,Hugo,Ines,Jonas,Kemi,Lars,Mina,Noor,Otis,Petra'.split(',');
const LAST_NAMES = 'Abt,Bauer,Cole,Duarte,Evans,Fischer,Gray,Hale,Ito,Jensen,Kaya,Lund'.split(',');
const TRADES = 'Bakery,Bicycles,Gardens,Logistics,Optics,Printing,Studios,Textiles'.split(',');

function nameAt(index: number): [first: string, last: string] {
  // The lengths of the lists share the factor 4, so names repeat after 48 people.
  return [
    FIRST_NAMES[index % FIRST_NAMES.length] ?? '',
    LAST_NAMES[index % LAST_NAMES.length] ?? '',
  ];
}

function organizationAt(
  seed: number,
  index: number,
  kind: Organization['kind'],
  lastName: string,
): Organization {
  const random = randomFrom(seed, 'organization', index);
  const trade = TRADES[random.whole(0, TRADES.length - 1)] ?? '';
  switch (kind) {
    case 'client':
      return { id: clientAt(seed, index).id, name: `${lastName} ${trade}`, kind };
    case 'freelancer':
      return { id: idFor('organization', seed, index), name: nameAt(index).join(' '), kind };
    case 'agency':
      return AGENCY;
  }
}

/** Person number `index`: a client, another freelancer, or a colleague of the agency. */
export function contactAt(seed: number, index: number, kind: Organization['kind']): Contact {
  const [first, last] = nameAt(index);
  const id = idFor('user', seed, index);
  return {
    user: { id, nid: `${first}${last}`.toLowerCase(), rid: id.slice(-7), name: `${first} ${last}` },
    organization: organizationAt(seed, index, kind, last),
  };
}

/**
 * The contact of a client on the job board: always the same person, derived from the client's ID.
 */
export function contactOf({ id }: Client): Contact {
  const { user, organization } = contactAt(0, Number(id.slice(-9)), 'client');
  return { user, organization: { ...organization, id } };
}

/** The connected user, acting for one of their organizations. */
export function me(organization: Organization): Contact {
  return { user: ME, organization };
}

export function isMe({ user }: Contact): boolean {
  return user.id === ME.id;
}

/** How Upwork shows people to others: "Robin S.". */
export function shortName({ name }: User): string {
  return name.replace(/ (\S)\S*$/, ' $1.');
}
