import { isComplete } from '../domain/manifest/build-manifest';
import { promotionSteps } from '../domain/promotion/choose-promotion';
import type { CheckItem } from '../domain/release/check-item';
import { lifecycleOf, moveLifecycle, nextState } from '../domain/release/lifecycle';
import { placeIn } from '../domain/release/places';
import { whoMustAct } from '../domain/release/who-must-act';
import { withoutNames } from '../domain/release/without-names';
import type { SeenRelease } from '../usecases/release/see-release';
import type { ReleaseView } from './contract';
import { pageWithin } from './page-within';
import { presentGates } from './present-gates';
import { presentRows } from './present-release-rows';

const MOST_FOLLOW_UPS = 30;
const MOST_GAPS = 50;
/** Keys of one follow-up. */
const MOST_KEYS = 20;
const MOST_OWNERS = 20;
const ROW_BYTES = 200_000;

/** What the page shows first, to somebody who may do this. */
export function presentRelease(
  seen: SeenRelease,
  you: ReleaseView['you'],
  now: string,
): ReleaseView {
  const { state, shown, hidden } = seen;
  const { decision, settings, scope } = state;
  const { items: rows, next } = pageWithin(presentRows(shown.bundle.issues), 0, ROW_BYTES);
  const route = settings[0]?.route ?? [state.bundle.promotion.from, state.bundle.promotion.to];
  const view: ReleaseView = {
    setup: null,
    ...{ id: state.bundleId, name: scope.name, projectKeys: scope.projectKeys },
    ...{ versions: state.versions, route, promotions: promotionSteps(route) },
    ...{ promotion: state.bundle.promotion, mode: state.bundle.mode },
    ...{ decision: decision.decision, verdict: decision.verdict },
    firstFailingGate: decision.firstFailingGate,
    gates: presentGates(shown.gates, state.facts.now),
    followUps: presentFollowUps(shown),
    owners: whoMustAct(state.facts, decision.gates).slice(0, MOST_OWNERS),
    lifecycle: lifecycleIn(state),
    counts: countsIn(seen),
    evidence: evidenceIn(seen, now),
    order: orderIn(seen),
    ...{ rows, nextRow: next },
    you,
  };
  return withoutNames(view, hidden);
}

const presentFollowUps = ({ followUps }: SeenRelease['shown']): ReleaseView['followUps'] =>
  followUps
    .slice(0, MOST_FOLLOW_UPS)
    .map(({ priority, title, action, owner, gate, issueKeys }) => ({
      ...{ priority, title, action, owner, gate },
      issueKeys: issueKeys.slice(0, MOST_KEYS),
    }));

function lifecycleIn({ record, facts }: SeenRelease['state']): ReleaseView['lifecycle'] {
  const state = lifecycleOf(record.acts);
  const next = nextState(state);
  if (next === null) return { state, next, refusal: [] };
  const answer = moveLifecycle(facts, state, next);
  return { state, next, refusal: answer.kind === 'refused' ? answer.reasons : [] };
}

/** Of everything, whoever looks: these are the numbers that the gates are about. */
function countsIn({ state, shown, hidden }: SeenRelease): ReleaseView['counts'] {
  const { bundle, checklists } = state;
  const { issues, unreadable, unlisted } = bundle;
  const steps = issues.flatMap(({ manualSteps }) => manualSteps);
  const withLevel = (level: string): number =>
    issues.filter(({ verdict }) => verdict === level).length;
  const keys = [...issues, ...unreadable].map(({ key }) => key);
  return {
    issues: keys.length,
    hidden: keys.filter((key) => hidden.keys.has(key)).length,
    repositories: repositoriesOf(bundle.issues).size,
    verdicts: {
      blocked: withLevel('blocked'),
      'manual-review': withLevel('manual-review'),
      warning: withLevel('warning'),
      safe: withLevel('safe'),
    },
    followUps: shown.followUps.length,
    reasons: shown.bundle.issues.flatMap(({ reasons }) => reasons).length,
    edges: shown.bundle.issues.flatMap(({ dependencies }) => dependencies).length,
    unlisted: unlisted.length,
    manualSteps: { done: steps.filter(({ done }) => done).length, of: steps.length },
    checklists: {
      qa: countOf(checklists.qa),
      client: countOf(checklists.client),
      releaseManager: countOf(checklists.releaseManager),
    },
  };
}

const repositoriesOf = (issues: SeenRelease['state']['bundle']['issues']): Set<string> =>
  new Set(
    issues.flatMap(({ changes }) =>
      changes.filter(({ commits }) => commits.length > 0).map(({ repository }) => repository),
    ),
  );

const countOf = (
  items: readonly Pick<CheckItem, 'state'>[],
): { done: number; failed: number; of: number } => ({
  done: items.filter(({ state }) => state === 'done').length,
  failed: items.filter(({ state }) => state === 'failed').length,
  of: items.length,
});

function evidenceIn({ state, shown }: SeenRelease, now: string): ReleaseView['evidence'] {
  const { bundle, facts } = state;
  return {
    hash: facts.evidenceHash,
    asOf: bundle.asOf,
    complete: isComplete(bundle),
    gaps: shown.bundle.gaps.slice(0, MOST_GAPS),
    unreadable: shown.bundle.unreadable.slice(0, MOST_GAPS),
    ...{ now, judgedAt: state.judgedAt, isStale: state.isStale, progress: state.progress },
  };
}

function orderIn({ state: { bundle } }: SeenRelease): ReleaseView['order'] {
  const travelling = bundle.issues.flatMap(({ toPromote }) => toPromote);
  return {
    repositories: bundle.order.repositories.map((id) => ({
      id,
      name: placeIn(bundle, id).name,
      commits: new Set(
        travelling.filter(({ repository }) => repository === id).map(({ sha }) => sha),
      ).size,
    })),
    cycles: bundle.order.cycles,
  };
}
