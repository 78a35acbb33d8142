import { sentenceCase, titleCase } from './case.mts';
import { getMany, namesResource, notRepeated } from './operations.mts';
import { doubled, examples, fieldNames, listPlaceholders, periods, whether } from './sentences.mts';
import { codeNames } from './words.mts';

/**
 * n8n's UX guidelines and node UI design, as far as a text shows whether they hold:
 * https://docs.n8n.io/connect/create-nodes/build-your-node/reference/ux-guidelines
 */
export const rules = [
  titleCase,
  sentenceCase,
  periods,
  whether,
  examples,
  listPlaceholders,
  fieldNames,
  doubled,
  codeNames,
  getMany,
  notRepeated,
  namesResource,
];
