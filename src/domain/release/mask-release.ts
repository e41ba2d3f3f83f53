import type { Dependency } from '../dependencies/edge';
import type { CheckItem } from './check-item';
import type { FollowUp } from './follow-ups';
import type { Gate, GateItem, GateSignals } from './gate';
import type { HiddenIssues } from './hidden-issues';
import type { JudgedBundle, JudgedIssue } from './judged-issue';
import { withoutNames } from './without-names';

/** What a release shows of its issues, its gates and its lists. */
export type Shown = {
  bundle: JudgedBundle;
  gates: Gate[];
  followUps: FollowUp[];
  items: CheckItem[];
};

/**
 * What somebody may see of a release who may not browse these issues: that they exist. The decision, its
 * gates and all counts of them stay as they are for everybody.
 */
export function maskRelease(shown: Shown, hidden: HiddenIssues): Shown {
  if (hidden.keys.size === 0) return shown;
  const isHidden = (key: string | null): boolean => key !== null && hidden.keys.has(key);
  const masked: Shown = {
    bundle: maskBundle(shown.bundle, isHidden),
    gates: shown.gates.map((gate) => ({
      ...gate,
      open: gate.open.map((item) => (isHidden(item.issueKey) ? hiddenItem(item, gate) : item)),
      signals: gate.signals && maskSignals(gate.signals, isHidden),
    })),
    followUps: shown.followUps.map((one) => {
      const issueKeys = one.issueKeys.filter((key) => !isHidden(key));
      const isOfHidden = issueKeys.length === 0 && one.issueKeys.length > 0;
      return { ...one, issueKeys, ...(isOfHidden ? HIDDEN_FOLLOW_UP : {}) };
    }),
    items: shown.items.filter(({ issueKey }) => !isHidden(issueKey)),
  };
  return withoutNames(masked, hidden);
}

const HIDDEN_FOLLOW_UP = {
  title: 'Settle what a hidden issue needs',
  action: 'Ask somebody who may see that issue.',
};

type IsHidden = (key: string | null) => boolean;

function maskBundle(bundle: JudgedBundle, isHidden: IsHidden): JudgedBundle {
  return {
    ...bundle,
    issues: bundle.issues
      .filter(({ key }) => !isHidden(key))
      .map((issue) => maskIssue(issue, isHidden)),
    unreadable: bundle.unreadable.filter(({ key }) => !isHidden(key)),
    order: { ...bundle.order, issues: bundle.order.issues.filter((key) => !isHidden(key)) },
  };
}

const maskIssue = (issue: JudgedIssue, isHidden: IsHidden): JudgedIssue => ({
  ...issue,
  formerKeys: issue.formerKeys.filter((key) => !isHidden(key)),
  dependencies: issue.dependencies.map((one) => maskDependency(one, isHidden)),
});

const maskDependency = (one: Dependency, isHidden: IsHidden): Dependency => ({
  ...one,
  ...(isHidden(one.key) ? HIDDEN_DEPENDENCY : {}),
  neededBy: isHidden(one.neededBy) ? null : one.neededBy,
});

const HIDDEN_DEPENDENCY = {
  key: null,
  summary: null,
  issueStatus: null,
  status: 'hidden',
  why: 'you may not see it',
  url: null,
} as const;

const maskSignals = ({ passed, open }: GateSignals, isHidden: IsHidden): GateSignals => ({
  passed,
  open: open.map((one) =>
    isHidden(one.issueKey)
      ? { ...one, issueKey: null, url: null, text: `A check of a hidden issue: ${one.state}` }
      : one,
  ),
});

const hiddenItem = (item: GateItem, { name }: Gate): GateItem => ({
  ...item,
  issueKey: null,
  url: null,
  text: `A hidden issue keeps ${name} shut.`,
});
