import { releaseNotes } from '../../../src/domain/manifest/release-notes';
import {
  judgedBundle,
  judgedChanges,
  judgedIssue,
  judgedPullRequest,
} from '../../support/judged-bundle';
import { manifestOf } from '../../support/manifest';

const manifest = manifestOf({
  bundle: judgedBundle({
    issues: [
      judgedIssue({
        key: 'PAY-1',
        changes: [
          judgedChanges({
            pullRequests: [judgedPullRequest(), judgedPullRequest({ number: 2, state: 'open' })],
          }),
        ],
      }),
      judgedIssue({ key: 'PAY-2', issueType: 'Bug' }),
      judgedIssue({ key: 'PAY-3', issueType: 'Bug', changes: [] }),
    ],
  }),
});

describe('releaseNotes', () => {
  it.each([
    { audience: 'team' as const, told: ['Bug: PAY-2 PAY-3', 'Story: PAY-1 #1'] },
    { audience: 'client' as const, told: ['Bug: PAY-2', 'Story: PAY-1'] },
  ])('for the $audience: $told', ({ audience, told }) => {
    const groups = releaseNotes(manifest, audience).map(({ type, issues }) => {
      const named = issues.map(({ key, pullRequests }) =>
        [key, ...pullRequests.map(({ number }) => `#${number}`)].join(' '),
      );
      return `${type}: ${named.join(' ')}`;
    });

    expect(groups).toEqual(told);
  });
});
