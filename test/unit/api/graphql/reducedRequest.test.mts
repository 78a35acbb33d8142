import { argumentsAmong } from '../../../../nodes/Upwork/api/graphql/omitInputs.ts';
import {
  reduceRequest,
  warningsAbout,
} from '../../../../nodes/Upwork/api/graphql/reducedRequest.ts';
import { compile, operationOf } from '../../../codegen/compile.mts';
import { packageDocuments } from '../../../codegen/documents.mts';

const reads = packageDocuments()
  .filter(({ kind }) => kind === 'query')
  .map(({ name, text }) => ({ name, compiled: compile(operationOf(text).operation) }));

/** A set that contains everything. */
class Everything extends Set<string> {
  override has(): boolean {
    return true;
  }
}

describe('a read without inputs that the API no longer has', () => {
  it('has a warning if the order may change', () => {
    const titles = reads.find(({ name }) => name === 'JobTitles');
    const reduced =
      titles &&
      reduceRequest(
        { compiled: titles.compiled, variables: {}, defaults: {} },
        {
          blocked: new Set(),
          undefined: new Set(),
          undefinedInputs: new Set(['marketplaceJobPostingsSearch(sortAttributes:)']),
        },
      );
    expect(reduced && warningsAbout(reduced.omitted)).toEqual([
      "Left out, because Upwork's API no longer has it: marketplaceJobPostingsSearch(sortAttributes: [{field: RECENCY}]). The results may come in a different order. A newer version of this package may help.",
    ]);
  });

  // Probes only test for permissions; checks don't count if anything was left out.
  it('still selects the same records: no literal argument selects any', () => {
    const literals = reads
      .filter(({ name }) => !/^(Probe|Check)/.test(name))
      .flatMap(({ compiled }) => argumentsAmong(compiled.fields, new Everything()));
    expect(new Set(literals)).toEqual(
      new Set([
        'marketplaceJobPostingsSearch(searchType: USER_JOBS_SEARCH)',
        'marketplaceJobPostingsSearch(sortAttributes: [{field: RECENCY}])',
      ]),
    );
  });
});
