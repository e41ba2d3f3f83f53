import { changesReached, newestReached } from '../../../src/domain/reasons/commits-reached';
import { repositoryEvidence } from '../../support/builders';
import { changeOn, repositoryCase, travellingChange } from '../../support/promotion-case';

const picked = (as: string) =>
  changeOn(
    {},
    { presence: { 'branch:release/test': { state: 'present', by: 'cherry-pick', as } } },
  );

describe('changesReached', () => {
  it.each([
    { when: 'the pick is one of the issue', as: 'a2', shas: ['a2'] },
    { when: 'the pick is not one of the issue', as: 'b9', shas: ['a1', 'a2'] },
  ])('counts $shas when $when', ({ as, shas }) => {
    const changes = [picked(as), travellingChange({ sha: 'a2' })];

    expect(changesReached(repositoryCase({ changes }), 'test').map(({ sha }) => sha)).toEqual(shas);
  });
});

describe('newestReached', () => {
  it('is newest first, with the merge before what it brought at the same time', () => {
    const merge = travellingChange({ sha: 'm1', carriesChange: false });
    const never = changeOn({ dev: 'present' }, { sha: 'm2', carriesChange: false });
    const changes = [
      travellingChange(),
      travellingChange({ sha: 'a2', authoredAt: '2026-05-02T08:00:00Z' }),
    ];
    const evidence = repositoryEvidence({ commits: [never, merge, ...changes] });

    const shas = newestReached(repositoryCase({ changes, evidence }), 'test').map(({ sha }) => sha);

    expect(shas).toEqual(['a2', 'm1', 'a1']);
  });

  it('has the one written last first, of those that came together', () => {
    const train = { arrivedAt: { 'branch:release/test': '2026-05-03T08:00:00Z' } } as const;
    const at = (sha: string, authoredAt: string, carriesChange = true) =>
      travellingChange({ ...train, sha, authoredAt, carriesChange });
    const [first, second] = [at('a1', '2026-05-01T08:00:00Z'), at('a2', '2026-05-02T08:00:00Z')];
    const merges = [
      at('m1', '2026-05-01T09:00:00Z', false),
      at('m2', '2026-05-02T09:00:00Z', false),
    ];
    const changes = [first, second];
    const evidence = repositoryEvidence({ commits: [...merges, ...changes] });

    const shas = newestReached(repositoryCase({ changes, evidence }), 'test').map(({ sha }) => sha);

    expect(shas).toEqual(['m2', 'a2', 'm1', 'a1']);
  });
});
