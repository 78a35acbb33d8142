import type { INodeProperties } from 'n8n-workflow';

import { query } from '../../api';
import type { UpworkClient } from '../../api';
import { lookupField } from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';
import type { FieldPaths } from './fieldPaths';

const document = query(
  'OccupationCategories',
  /* GraphQL */ `
    query OccupationCategories {
      ontologyCategories {
        id
        subcategories {
          id
          services {
            id
          }
        }
      }
    }
  `,
);

export const occupationField = lookupField(
  {
    displayName: 'Occupation',
    name: 'occupationId',
    description:
      'Type of specialist you need, such as Front-End Development. Also sets the category and the subcategory.',
  },
  'searchOccupations',
);
export const categoryFields: INodeProperties[] = [
  lookupField(
    {
      displayName: 'Category',
      name: 'categoryId',
      description:
        "Category of the work, such as Web, Mobile & Software Dev, if it isn't that of the occupation",
    },
    'searchCategories',
  ),
  lookupField(
    {
      displayName: 'Subcategory',
      name: 'subcategoryId',
      description:
        "More specific category, such as Web Development, if it isn't that of the occupation",
    },
    'searchSubcategories',
  ),
];

/** How a posting is classified. */
interface Classification {
  occupationId?: string | undefined;
  categoryId?: string | undefined;
  subcategoryId?: string | undefined;
}

/** Reads the fields above. Looks up the categories of the occupation if they are left out. */
export async function readClassification(
  client: UpworkClient,
  parameters: Parameters,
  { basics, extras }: FieldPaths,
): Promise<Classification> {
  const occupationPath = `${basics}occupationId`;
  const occupationId = parameters.optionalId(occupationPath);
  const categoryId = parameters.optionalId(`${extras}categoryId`);
  const subcategoryId = parameters.optionalId(`${extras}subcategoryId`);
  if (!occupationId || (categoryId && subcategoryId)) {
    return { occupationId, categoryId, subcategoryId };
  }
  const found = await findCategories(client, occupationId);
  if (!found) {
    throw parameters.invalid(
      occupationPath,
      `has the ID ${occupationId}, which is not in Upwork's list of occupations`,
      `Choose the occupation from the list. If you are sure of the ID, set ${parameters.label(`${extras}categoryId`)} and ${parameters.label(`${extras}subcategoryId`)} as well.`,
    );
  }
  return {
    occupationId,
    categoryId: categoryId ?? found.categoryId,
    subcategoryId: subcategoryId ?? found.subcategoryId,
  };
}

/** Upwork: the ontology calls occupations services. */
async function findCategories(client: UpworkClient, occupationId: string) {
  const { ontologyCategories: categories } = await client.send(document, {});
  const subcategories = categories.flatMap(({ id: categoryId, subcategories: parts }) =>
    (parts ?? []).map(({ id: subcategoryId, services }) => ({
      categoryId,
      subcategoryId,
      services: services ?? [],
    })),
  );
  return subcategories.find(({ services }) => services.some(({ id }) => id === occupationId));
}
