import { z } from 'zod';
import {
  COMPOSITION_FORM,
  StoredChunk,
  StoredEnd,
  StoredQuestion,
} from '../../../src/adapters/storage/composition-schema';
import {
  RECORDS_FORM,
  StoredCommit,
  StoredDeployment,
  StoredHeader,
  StoredPullRequest,
} from '../../../src/adapters/storage/evidence-schema';
import { StoredPart } from '../../../src/adapters/storage/issue-schema';
import { StoredDiff } from '../../../src/adapters/storage/presence-schema';
import { digestOf } from '../../../src/domain/digest';
import { EVIDENCE_FORM } from '../../../src/domain/evidence/repository-header';

const formOf = (...schemas: z.ZodType[]): string =>
  digestOf(schemas.map((schema) => z.toJSONSchema(schema, { io: 'input' })));

/**
 * What an earlier version stored must be read, or be made anew. Whoever changes a form grows the number
 * beside it and writes the new digest here; a field with a default, which old records lack, needs only the digest.
 */
describe('the form of what is stored', () => {
  it('of a repository is that of RECORDS_FORM', () => {
    const schemas = [StoredHeader, StoredCommit, StoredDiff, StoredPullRequest, StoredDeployment];

    expect([RECORDS_FORM, formOf(...schemas)]).toEqual([1, '6b0ba12805132676']);
  });

  it('of a judged release is that of COMPOSITION_FORM', () => {
    const schemas = [StoredQuestion, StoredChunk, StoredEnd];

    expect([COMPOSITION_FORM, formOf(...schemas)]).toEqual([4, '88739bd3cf5f2edd']);
  });

  it('of an issue is that of EVIDENCE_FORM', () => {
    expect([EVIDENCE_FORM, formOf(StoredPart)]).toEqual([4, 'fa5e6a32de1e1f16']);
  });
});
