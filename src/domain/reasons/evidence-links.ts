import type { Check } from '../check';
import type { CommitEvidence, PullRequestEvidence } from '../evidence/issue-evidence';
import { branchUrl, commitUrl, pullRequestNumber } from '../links';
import type { LineCell } from '../lines/line-state';
import { HIDDEN_ISSUE } from '../dependencies/dependencies';
import type { Dependency } from '../dependencies/edge';
import type { RepositoryCase } from './promotion-case';
import type { EvidenceLink, Reason } from './reason';

type Place = Pick<RepositoryCase, 'repository' | 'name' | 'url'>;

export const shortSha = (sha: string): string => sha.slice(0, 7);

/** `Payments API a1b2c3d PAY-1 Fix login (taken away by d4e5f6a)` */
export const commitLink = (
  place: Place,
  { sha, title }: Pick<CommitEvidence, 'sha' | 'title'>,
  note?: string,
): EvidenceLink => ({
  text: `${place.name} ${shortSha(sha)} ${title}${note === undefined ? '' : ` (${note})`}`,
  url: commitUrl(place, sha),
});

/** `Payments API #12 Fix login (open)` */
export const pullRequestLink = (
  place: Place,
  { number, title, url }: Pick<PullRequestEvidence, 'number' | 'title' | 'url'>,
  note?: string,
): EvidenceLink => ({
  text: `${place.name} ${pullRequestNumber(place.repository, number)} ${title}${note === undefined ? '' : ` (${note})`}`,
  url,
});

/** `Payments API: release/test, the branch of test` */
export const branchLink = (
  place: Place,
  { branch, line }: Pick<LineCell, 'branch' | 'line'>,
): EvidenceLink => ({
  text: `${place.name}: ${branch}, the branch of ${line}`,
  url: branchUrl(place, branch),
});

/** `Payments API a1b2c3d: build failed` */
export const checkLink = (
  place: Place,
  { sha }: Pick<CommitEvidence, 'sha'>,
  { name, url }: Check,
  said: string,
): EvidenceLink => ({
  text: `${place.name} ${shortSha(sha)}: ${name} ${said}`,
  url: url ?? commitUrl(place, sha),
});

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const nameOf = ({ key }: Dependency): string => key ?? HIDDEN_ISSUE;

/** `LED-3 New table: not on prod`; one that the viewer may not see has no name. */
export const dependencyLink = ({ key, summary, status, why, url }: Dependency): EvidenceLink => ({
  text:
    status === 'hidden'
      ? capitalised(HIDDEN_ISSUE)
      : `${[key ?? capitalised(HIDDEN_ISSUE), summary].filter(Boolean).join(' ')}: ${why}`,
  url,
});

/** `1 change`, `2 changes` */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `a`, `a and b`, `a, b and c`; each name once. */
export function listed(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const last = distinct.at(-1) ?? '';
  return distinct.length < 2 ? last : `${distinct.slice(0, -1).join(', ')} and ${last}`;
}

export const namesOf = (found: readonly { repository: Place }[]): string =>
  listed(found.map(({ repository }) => repository.name));

type Said = Omit<Reason, 'evidence'>;

/** One reason with all its evidence, each piece once; none without evidence. */
export function reasonFrom(
  evidence: readonly EvidenceLink[],
  { code, level, summary, shas, subjects }: Said,
): Reason[] {
  const distinct = [
    ...new Map(evidence.map((one) => [`${one.text}\n${one.url ?? ''}`, one])).values(),
  ];
  if (distinct.length === 0) return [];
  return [
    {
      code,
      level,
      summary,
      evidence: distinct,
      ...(shas && { shas: [...new Set(shas)] }),
      ...(subjects && { subjects: [...new Set(subjects)] }),
    },
  ];
}
