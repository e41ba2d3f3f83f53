import { isApproved } from './approvals';
import { isBlockedWithoutChange } from './blocking-issue-open';
import {
  checkLink,
  commitLink,
  counted,
  dependencyLink,
  listed,
  pullRequestLink,
  reasonFrom,
} from './evidence-links';
import { cellOn, changesOf, presenceOn } from './on-line';
import { undeployed } from './not-deployed-in-source';
import type { PromotionCase, RepositoryCase } from './promotion-case';
import type { EvidenceLink } from './reason';
import type { Rule } from './rule';
import { requiredChecks } from './required-checks';
import { travellingChanges, travellingPullRequests } from './travelling';
import { isToldBy, unavailableRepositories } from './unavailable-repositories';

/**
 * All that could not be read and matters to the answer, but for repositories that could not be read
 * at all: those are `repository-unavailable`, and what follows from that is not told twice.
 */
export const evidenceIncomplete: Rule = (facts) => {
  const unavailable = unavailableRepositories(facts);
  const isReadable = (one: RepositoryCase) =>
    !unavailable.some(({ repository }) => repository.repository === one.repository);
  const readable = { ...facts, repositories: facts.repositories.filter(isReadable) };
  const gaps = [
    ...facts.gaps,
    ...facts.repositories.flatMap(({ status }) => status?.gaps ?? []),
  ].filter((gap) => !isToldBy(unavailable, gap));
  const doubts = [
    ...FINDERS.flatMap((find) => find(readable)),
    ...hiddenDependencies(facts),
    ...unknownStatus(facts),
  ];
  const evidence = [...gaps.map(gapLink(facts)), ...doubts];
  return reasonFrom(evidence, {
    code: 'evidence-incomplete',
    level: 'manual-review',
    summary: `${counted(new Set(evidence.map(({ text }) => text)).size, 'part')} of the evidence could not be read.`,
    subjects: [
      ...gaps.map(({ repository, what }) => `${repository}: ${what}`),
      ...doubts.map(({ text }) => text),
    ],
  });
};

const gapLink = ({ repositories }: PromotionCase) => {
  const known = new Map(repositories.map((one) => [one.repository, one]));
  return ({ repository, what, why }: PromotionCase['gaps'][number]): EvidenceLink => ({
    text: `${known.get(repository)?.name ?? repository}: ${what}: ${why}`,
    url: known.get(repository)?.url ?? null,
  });
};

type Finder = (facts: PromotionCase) => EvidenceLink[];

/** A change of which nobody knows whether it is on a line. */
const unknownPresence: Finder = ({ repositories, promotion: { from, to } }) =>
  repositories.flatMap((repository) => {
    const lines = new Set([from, to, ...repository.cells.map(({ line }) => line)]);
    return changesOf(repository).flatMap((change) => {
      const unknown = [...lines].filter(
        (line) => presenceOn(repository, line, change).state === 'unknown',
      );
      const note = `nobody can tell whether it is on ${listed(unknown)}`;
      return unknown.length > 0 ? [commitLink(repository, change, note)] : [];
    });
  });

const unreadPaths: Finder = ({ repositories, promotion }) =>
  repositories.flatMap((repository) =>
    travellingChanges(repository, promotion).flatMap((change) => {
      const { paths } = change;
      if (paths === 'unread') return [commitLink(repository, change, 'its files were not read')];
      if (paths.omitted === 0) return [];
      return [
        commitLink(repository, change, `${counted(paths.omitted, 'file')} more than are kept`),
      ];
    }),
  );

const unknownChecks: Finder = (facts) =>
  requiredChecks(facts).flatMap(({ repository, commit, isUnread, unknown }) => [
    ...(isUnread ? [commitLink(repository, commit, 'its checks were not read')] : []),
    ...unknown.map((check) => checkLink(repository, commit, check, 'is not known')),
  ]);

/** Whether an environment of `from` runs the issue, or whether a failed deployment held it. */
const unknownDeployments: Finder = (facts) => {
  const { from } = facts.promotion;
  const doubts = facts.repositories.flatMap((repository) =>
    (cellOn(repository, from)?.environments ?? [])
      .filter(({ attempted }) => attempted?.holds === null && changesOf(repository).length > 0)
      .map(({ name, attempted }) => ({
        text: `${repository.name}: nobody can tell whether the newest deployment to ${name} (${attempted?.state ?? 'unknown'}) held the issue`,
        url: attempted?.url ?? repository.url,
      })),
  );
  const unknown = undeployed(facts, from).unknown.map(({ repository, environments }) => ({
    text: `${repository.name}: nobody can tell what ${listed(environments)} runs`,
    url: repository.url,
  }));
  return [...unknown, ...doubts];
};

const unknownReviews: Finder = ({ repositories, promotion }) =>
  repositories.flatMap((repository) =>
    travellingPullRequests(repository, promotion)
      .filter((one) => one.state === 'merged' && isApproved(one) === 'unknown')
      .map((one) => pullRequestLink(repository, one, 'not all of its reviews could be read')),
  );

/** Commits that the record had no room for. */
const omittedCommits: Finder = ({ repositories }) =>
  repositories
    .filter(({ evidence }) => evidence.omitted > 0)
    .map(({ name, url, evidence }) => ({
      text: `${name}: ${evidence.omitted} older commits: the issue has more commits than Convoy keeps; the newest are shown`,
      url,
    }));

const FINDERS: readonly Finder[] = [
  unknownPresence,
  unreadPaths,
  unknownChecks,
  unknownDeployments,
  unknownReviews,
  omittedCommits,
];

/** An issue that is needed and that the viewer may not see, or whose status would decide and is not known. */
function hiddenDependencies({ dependencies }: PromotionCase): EvidenceLink[] {
  return dependencies.edges
    .filter(
      (edge) =>
        edge.status === 'hidden' ||
        (isBlockedWithoutChange(edge) && (edge.issueStatus?.category ?? 'unknown') === 'unknown'),
    )
    .map(dependencyLink);
}

const unknownStatus = ({ status, issueKey }: PromotionCase): EvidenceLink[] =>
  status.category === 'unknown'
    ? [
        {
          text: `${issueKey}: whether the status ${status.name} means done is not known`,
          url: null,
        },
      ]
    : [];
