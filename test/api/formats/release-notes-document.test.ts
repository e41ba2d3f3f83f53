import { releaseNotesDocument } from '../../../src/api/formats/release-notes-document';
import { toMarkdownText } from '../../../src/api/formats/to-markdown';
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
      judgedIssue({ changes: [judgedChanges({ pullRequests: [judgedPullRequest()] })] }),
      judgedIssue({ key: 'PAY-2', summary: 'Round amounts', issueType: 'Bug' }),
    ],
  }),
});

describe('releaseNotesDocument', () => {
  it('groups by type, with pull requests for the team', () => {
    expect(toMarkdownText(releaseNotesDocument(manifest, 'team')).replaceAll('\u200b', '')).toBe(
      `# Release notes: 2026.05

## Bug

PAY-2 Round amounts

## Story

PAY-1 Fix login

- [github:acme/payments-api #1 Fix login](https://github.com/acme/payments-api/pull/1)
`,
    );
  });

  it('shows a client no pull request', () => {
    expect(toMarkdownText(releaseNotesDocument(manifest, 'client'))).not.toContain('github');
  });

  it('says when there is nothing', () => {
    const empty = manifestOf({ bundle: judgedBundle({ issues: [] }) });

    expect(toMarkdownText(releaseNotesDocument(empty, 'team'))).toContain(
      'Nothing is in this release.',
    );
  });
});
