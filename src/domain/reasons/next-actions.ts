import { commitLink, counted, dependencyLink, listed } from './evidence-links';
import { ownerOfEvidence } from './evidence-owner';
import { rollbacksOn } from '../lines/rolled-back';
import { cellOn } from './on-line';
import {
  askAgain,
  deployAgain,
  deployFirst,
  fixChecks,
  mergeOpenPullRequests,
  promoteFirst,
} from './line-actions';
import {
  decideOrder,
  finishBlockers,
  promoteDependencies,
  promoteTogether,
} from './dependency-actions';
import type { Answer, NextAction } from './next-action';
import type { PromotionCase } from './promotion-case';
import type { Reason } from './reason';

import { toPromote } from './to-promote';
import { verdict } from './verdict';

const say =
  (text: (facts: PromotionCase, reason: Reason) => string): Answer =>
  (facts, reason) => {
    const { evidence: links } = reason;
    return [{ text: text(facts, reason), owner: ownerOfEvidence(facts, links), links }];
  };

const look = say((_, { summary }) => `Look at this and decide: ${summary}`);

const fixBranches: Answer = (facts, { evidence }) =>
  evidence.map((link) => ({
    text: `Create the branch, or correct it in the settings: ${link.text}`,
    owner: ownerOfEvidence(facts, [link]),
    links: [link],
  }));

const openSteps: Answer = ({ manualSteps, repositories }) =>
  manualSteps
    .filter(({ done }) => !done)
    .map(({ text, owner, repository, evidence }) => {
      const name = repositories.find((one) => one.repository === repository)?.name ?? repository;
      return { text: `Do by hand in ${name}, and tick it: ${text}`, owner, links: evidence };
    });

/** How the evidence names issues that the viewer may not see: to read again does not help. */
const hiddenOf = ({ dependencies }: PromotionCase): string[] =>
  dependencies.edges
    .filter(({ status }) => status === 'hidden')
    .map((edge) => dependencyLink(edge).text);

/** Repositories whose branch of a line has everything, and whose environments do not run it all. */
const notRunning = ({ repositories, promotion }: PromotionCase): string[] =>
  repositories
    .filter((one) => {
      const cell = cellOn(one, promotion.to);
      const isKnown = cell?.environments.every(({ deployed }) => deployed !== null) ?? false;
      return cell?.state === 'all' && cell.environments.length > 0 && isKnown;
    })
    .map(({ name }) => name);

const finish = say((facts) => {
  const { issueKey, status, promotion } = facts;
  const waiting = notRunning(facts);
  if (waiting.length === 0) return `Move ${issueKey} from ${status.name} to done.`;
  return rollbacksOn(facts.lives, promotion.to).length > 0
    ? `Find out why ${listed(waiting)} was rolled back on ${promotion.to}, and deploy it again once that is repaired.`
    : `Deploy ${listed(waiting)} to ${promotion.to}: not everything of ${issueKey} runs there.`;
});

/** In the order in which a release manager would do them; what is on no list is looked at. */
const BEFORE: readonly (readonly [string, Answer])[] = [
  ['repository-unavailable', say((_, { summary }) => `Make it readable again: ${summary}`)],
  ['source-ref-missing', fixBranches],
  ['target-ref-missing', fixBranches],
  ['open-pull-request', mergeOpenPullRequests],
  [
    'done-but-unmerged',
    say(({ issueKey }) => `Merge what is on no line yet, or reopen ${issueKey}.`),
  ],
  ['check-failed', fixChecks],
  ['source-behind', promoteFirst],
  ['not-in-source', promoteFirst],
  ['missing-dependency', promoteDependencies],
  ['blocking-issue-open', finishBlockers],
  ['deployment-failed', deployAgain],
  ['not-deployed-in-source', deployFirst],
  ['rejected', askAgain],
  ['changed-since-sign-off', askAgain],
  [
    'target-behind-baseline',
    say(({ promotion }) => `Bring back to ${promotion.to} what was released before.`),
  ],
  ['dependency-cycle', promoteTogether],
  ['edge-conflict', decideOrder],
  [
    'evidence-incomplete',
    say((facts, { evidence }) =>
      evidence.every(({ text }) => hiddenOf(facts).includes(text))
        ? `Ask somebody who may see it to judge what ${facts.issueKey} needs.`
        : `Refresh, and see to what could not be read: ${evidence[0]?.text ?? ''}`,
    ),
  ],
  [
    'no-change-found',
    say(({ issueKey }) => `Link the commits of ${issueKey}, or label it as one that needs none.`),
  ],
];

const AFTER_REVIEW: readonly (readonly [string, Answer])[] = [
  ['manual-step', openSteps],
  [
    'check-pending',
    say((_, { evidence }) => `Wait: ${evidence.map(({ text }) => text).join('; ')}.`),
  ],
  ['unreviewed', say((_, { evidence }) => `Have it reviewed: ${evidence[0]?.text ?? ''}`)],
  [
    'approval-stale',
    say((_, { evidence }) => `Have it approved again: ${evidence[0]?.text ?? ''}`),
  ],
];

const AFTER_PROMOTION: readonly (readonly [string, Answer])[] = [
  ['feature-flag', say((_, { summary }) => summary)],
  ['status-not-done', finish],
];

const ANSWERED = new Set([...BEFORE, ...AFTER_REVIEW, ...AFTER_PROMOTION].map(([code]) => code));

/** What to do, in order: repair, look, do by hand, promote, finish. */
export function nextActions(facts: PromotionCase, reasons: readonly Reason[]): NextAction[] {
  const answer = ([code, toActions]: readonly [string, Answer]): NextAction[] =>
    reasons
      .filter((reason) => reason.code === code)
      .flatMap((reason) => toActions(facts, reason).map((action) => ({ ...action, code })));
  const rest = reasons.filter(({ code, level }) => wantsLook(code, level));
  const actions = [
    ...BEFORE.flatMap(answer),
    ...rest.flatMap((reason) => answer([reason.code, look])),
    ...AFTER_REVIEW.flatMap(answer),
    ...promotion(facts, reasons),
    ...AFTER_PROMOTION.flatMap(answer),
  ];
  return [...new Map(actions.toReversed().map((one) => [one.text, one])).values()].reverse();
}

/** A mild reason asks for nothing, unless a person should compare two forms of a change. */
function wantsLook(code: string, level: Reason['level']): boolean {
  if (ANSWERED.has(code) || code === 'not-arrived') return false;
  return level === 'manual-review' || level === 'blocked' || code === 'adapted-change';
}

/** To promote is the next thing only when nothing forbids it; that something did not arrive does not. */
function promotion(facts: PromotionCase, reasons: readonly Reason[]): NextAction[] {
  if (verdict(reasons.filter(({ code }) => code !== 'not-arrived')) === 'blocked') return [];
  const { from, to } = facts.promotion;
  return toPromote(facts).flatMap(({ repository, commits }) => {
    const place = facts.repositories.find((one) => one.repository === repository);
    if (!place) return [];
    return [
      {
        text: `Promote ${counted(commits.length, 'change')} from ${from} to ${to} in ${place.name}.`,
        owner: place.settings?.owner ?? null,
        code: 'promote',
        links: commits.map((commit) => commitLink(place, commit)),
      },
    ];
  });
}
