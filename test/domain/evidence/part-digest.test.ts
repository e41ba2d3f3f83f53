import { partDigest } from '../../../src/domain/evidence/part-digest';
import { commitEvidence, repositoryEvidence } from '../../support/builders';

describe('partDigest', () => {
  it('is the same for a part whose fields were stored in another order', () => {
    const part = repositoryEvidence({ commits: [commitEvidence()] });
    const { repository, commits, ...others } = part;

    expect(partDigest({ commits, ...others, repository })).toBe(partDigest(part));
  });

  it('is another one when a change came to one more branch', () => {
    const part = repositoryEvidence({ commits: [commitEvidence()] });
    const [commit] = part.commits;
    const presence = { 'branch:main': { state: 'present', by: 'ancestor', as: 'a1' } } as const;

    expect(partDigest({ ...part, commits: [commitEvidence({ ...commit, presence })] })).not.toBe(
      partDigest(part),
    );
  });
});
