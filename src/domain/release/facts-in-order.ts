import { compareKeys, compareText } from '../dependencies/key-order';
import { LEVELS, type EvidenceLink, type Reason } from '../reasons/reason';
import type { ReleaseFacts } from './gates/release-facts';
import type { JudgedIssue } from './judged-issue';

const ORDERED = new WeakMap<ReleaseFacts, ReleaseFacts>();

/**
 * The same facts, in an order that does not depend on how they were read. Settings keep theirs. Gates,
 * follow-ups and the lifecycle all ask for them: they are put in order once.
 */
export function factsInOrder(facts: ReleaseFacts): ReleaseFacts {
  const known = ORDERED.get(facts);
  if (known) return known;
  const ordered = inOrder(facts);
  ORDERED.set(facts, ordered).set(ordered, ordered);
  return ordered;
}

function inOrder(facts: ReleaseFacts): ReleaseFacts {
  const { bundle, items, acts } = facts;
  return {
    ...facts,
    bundle: {
      ...bundle,
      issues: bundle.issues.map(issueInOrder).sort((a, b) => compareKeys(a.key, b.key)),
      unreadable: bundle.unreadable.toSorted((a, b) => compareKeys(a.key, b.key)),
      unlisted: bundle.unlisted
        .map((one) => ({ ...one, shas: one.shas.toSorted() }))
        .sort(byText(({ key, repository }) => `${key ?? ''}\n${repository}`)),
      gaps: bundle.gaps.toSorted(byText(gapText)),
    },
    items: items.toSorted(
      byText(({ issueKey, id, audience }) => `${issueKey ?? ''}\n${id}\n${audience}`),
    ),
    acts: {
      ...acts,
      waivers: acts.waivers.toSorted(byText(({ id }) => id)),
      signOffs: acts.signOffs.toSorted(byText(({ id }) => id)),
    },
  };
}

function issueInOrder(issue: JudgedIssue): JudgedIssue {
  const { changes, reasons, dependencies, conflicts, manualSteps } = issue;
  return {
    ...issue,
    reasons: reasons.map(reasonInOrder).sort(worstFirst),
    changes: changes
      .map((one) => ({ ...one, commits: one.commits.toSorted(byText(({ sha }) => sha)) }))
      .sort(byText(({ repository }) => repository)),
    dependencies: dependencies.toSorted(
      byText(({ key, neededBy, status, why }) =>
        [neededBy ?? issue.key, key ?? '', status, why].join('\n'),
      ),
    ),
    conflicts: conflicts.toSorted(byText(({ one, other }) => `${one}\n${other}`)),
    manualSteps: manualSteps
      .map((step) => ({ ...step, shas: step.shas.toSorted(), evidence: linked(step.evidence) }))
      .sort(byText(({ text, repository, id }) => `${text}\n${repository}\n${id}`)),
    gaps: issue.gaps.toSorted(byText(gapText)),
  };
}

function reasonInOrder(reason: Reason): Reason {
  const { evidence, shas, subjects } = reason;
  return {
    ...reason,
    evidence: linked(evidence),
    ...(shas && { shas: shas.toSorted() }),
    ...(subjects && { subjects: subjects.toSorted() }),
  };
}

const worstFirst = (a: Reason, b: Reason): number =>
  LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) ||
  compareText(a.code, b.code) ||
  compareText(a.summary, b.summary);

const linked = (links: readonly EvidenceLink[]): EvidenceLink[] =>
  links.toSorted(byText(({ text, url }) => `${text}\n${url ?? ''}`));

const gapText = ({ repository, what, why }: JudgedIssue['gaps'][number]): string =>
  [repository, what, why].join('\n');

const byText =
  <Item>(textOf: (item: Item) => string) =>
  (a: Item, b: Item): number =>
    compareText(textOf(a), textOf(b));
