import { digestOf } from '../digest';
import { counted, listed } from '../reasons/evidence-links';
import { placeIn } from '../release/places';
import { isReviewable, reviewId } from '../release/review-id';
import type { JudgedBundle, JudgedIssue, UnlistedChange } from '../release/judged-issue';
import { draft, type Draft } from './draft-item';

type Named = Pick<Draft, 'text'> & Partial<Draft>;

/** What the release manager does: decide on reasons, see to the steps, and mind the whole. */
export const managerChecklist = (bundle: JudgedBundle): Draft[] => [
  ...bundle.issues.flatMap((issue) => [...reviews(issue), ...manualSteps(issue), ...flags(issue)]),
  ...order(bundle),
  ...rollback(bundle),
  ...bundle.unlisted.map((one) => unlisted(one, bundle)),
  freeze(bundle),
];

const reviews = (issue: JudgedIssue): Draft[] =>
  issue.reasons.filter(isReviewable).map((reason) =>
    draft({
      id: reviewId(issue.key, reason),
      audience: 'releaseManager',
      kind: 'review',
      issueKey: issue.key,
      owner: issue.actions.find(({ code }) => code === reason.code)?.owner ?? null,
      text: `${issue.key}: ${reason.summary} Look at it and decide.`,
      shas: reason.shas ?? [],
      links: reason.evidence,
    }),
  );

/** Under the step's own id: what was ticked in the panel is ticked here. */
const manualSteps = ({ key, manualSteps: steps, changes }: JudgedIssue): Draft[] => {
  const nameOf = new Map(changes.map(({ repository, name }) => [repository, name]));
  return steps.map(({ id, text, owner, repository, shas, evidence }) =>
    draft({
      id,
      audience: 'releaseManager',
      kind: 'manual-step',
      issueKey: key,
      repository,
      owner,
      text: `${key}, by hand in ${nameOf.get(repository) ?? repository}: ${text}`,
      shas,
      links: evidence,
    }),
  );
};

const flags = ({ key, reasons }: JudgedIssue): Draft[] =>
  reasons
    .filter(({ code }) => code === 'feature-flag')
    .map(({ summary, evidence, shas = [] }) => ({
      ...ofRelease(['flags', key], { issueKey: key, text: `${key}: ${summary}`, shas }),
      links: evidence,
    }));

/** Another order is another item: nobody agreed to it yet. */
function order(bundle: JudgedBundle): Draft[] {
  const { repositories, issues, cycles } = bundle.order;
  const { promotion } = bundle;
  if (repositories.length < 2) return [];
  const together = cycles.map((cycle) => ` ${listed(cycle)} go together.`).join('');
  const names = repositories.map((repository) => placeIn(bundle, repository).name);
  return [
    ofRelease(['order', promotion, repositories, issues, cycles], {
      text: `Promote to ${promotion.to} in this order: ${names.join(', ')}.${together}`,
    }),
  ];
}

/** Another sha to go back to opens it again. */
function rollback({ rollback: points, promotion }: JudgedBundle): Draft[] {
  if (points.length === 0) return [];
  const unknown = points.filter(({ backTo }) => backTo === null).map(({ name }) => name);
  const missing =
    unknown.length === 0 ? '' : ` Nobody knows what ${listed(unknown)} runs: find it out.`;
  return [
    ofRelease(['rollback', promotion.to], {
      text: `Know how to go back on ${promotion.to}, in ${counted(points.length, 'place')}.${missing}`,
      shas: points.flatMap(({ backTo }) => backTo ?? []),
    }),
  ];
}

function unlisted({ key, repository, shas }: UnlistedChange, bundle: JudgedBundle): Draft {
  const { name } = placeIn(bundle, repository);
  const travel = bundle.mode === 'plan' ? 'would travel' : 'came';
  return ofRelease(['unlisted', key, repository], {
    repository,
    text: `Look at ${counted(shas.length, 'change')} in ${name} of ${key ?? 'no issue'}: not in this release, and ${travel} with it.`,
    shas,
  });
}

const freeze = ({ promotion }: JudgedBundle): Draft =>
  ofRelease(['freeze', promotion.to], {
    text: `Check that no freeze window covers the promotion to ${promotion.to}.`,
  });

const ofRelease = (about: readonly unknown[], item: Named): Draft =>
  draft({ id: digestOf(about), audience: 'releaseManager', kind: 'release', ...item });
