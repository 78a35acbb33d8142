import { parameterLabel } from '../../../nodes/Upwork/fields/label.ts';
import { resources } from '../../../nodes/Upwork/resources.ts';

const fieldsOf = (resource: string) =>
  resources
    .filter(({ value }) => value === resource)
    .flatMap(({ operations }) => operations.flatMap(({ fields }) => fields));

describe('parameterLabel', () => {
  it.each([
    ['job', 'limit', "'Limit'"],
    ['job', 'filters.budgetMin', "'Budget Minimum'"],
    ['room', 'users.user[1].role', "'Role' in entry 2 of 'Users'"],
    ['room', 'users', "'Users'"],
    [
      'jobPosting',
      'updateFields.skillsFromList.skill[2].relevance',
      "'Relevance' in entry 3 of 'Skills From List'",
    ],
  ])('%s: %s is %s', (resource, path, label) => {
    expect(parameterLabel(fieldsOf(resource), path)).toBe(label);
  });

  it.each(['unknown', 'filters.unknown', 'limit.unknown'])('%s has no label', (path) => {
    expect(parameterLabel(fieldsOf('job'), path)).toBe(`'${path}'`);
  });
});
