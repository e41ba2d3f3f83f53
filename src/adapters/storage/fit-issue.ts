import type { IssueEvidence, RepositoryEvidence } from '../../domain/evidence/issue-evidence';
import { pack } from './packed';

/** 240 KiB is Forge's limit for a value; the rest holds the wrapping. */
const MAX_BYTES = 230 * 1024;

/**
 * The issue, small enough to store. An issue that thousands of commits name keeps the newest of
 * each repository; `omitted` counts the others, and the screen shows them as a gap.
 */
export function fitIssue(issue: IssueEvidence): IssueEvidence {
  let fitted = issue;
  let most = Math.max(0, ...issue.repositories.map(({ commits }) => commits.length));
  let mostMentions = Math.max(0, ...issue.repositories.map(({ mentions }) => mentions.length));
  while (most + mostMentions > 0 && JSON.stringify(pack(fitted)).length > MAX_BYTES) {
    most = Math.floor(most * 0.8);
    mostMentions = Math.floor(mostMentions * 0.5);
    fitted = {
      ...fitted,
      repositories: issue.repositories.map((one) => cut(one, most, mostMentions)),
    };
  }
  return fitted;
}

function cut(part: RepositoryEvidence, most: number, mostMentions: number): RepositoryEvidence {
  const commits = part.commits.slice(0, most);
  const mentions = part.mentions.slice(0, mostMentions);
  const dropped = part.commits.length - commits.length + (part.mentions.length - mentions.length);
  return { ...part, commits, mentions, omitted: part.omitted + dropped };
}
