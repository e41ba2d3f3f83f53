import type { Check } from '../check';
import type { CommitEvidence } from '../evidence/issue-evidence';
import { newestReached } from './commits-reached';
import type { PromotionCase, RepositoryCase } from './promotion-case';
import { isOf, travellingChanges } from './travelling';

/** What the required checks say of the newest commit of the issue on `from`, in one repository. */
export type RequiredChecks = {
  repository: RepositoryCase;
  commit: CommitEvidence;
  failed: Check[];
  /** Still running, or required by name and not there yet. */
  pending: Check[];
  unknown: Check[];
  /** Checks that matter were not read. Those of changes that arrived everywhere do not matter. */
  isUnread: boolean;
};

export function requiredChecks(facts: PromotionCase): RequiredChecks[] {
  const { requiredChecks: required } = facts.settings;
  if (required !== 'all' && required.length === 0) return [];
  return facts.repositories.flatMap((repository) => {
    const found = newestWithChecks(repository, facts.promotion.from);
    if (!found) return [];
    const { commit, checks } = found;
    const isUnread =
      checks === 'not-read' && travellingChanges(repository, facts.promotion).length > 0;
    const asked = checks === 'not-read' ? [] : pick(checks, required);
    const ofState = (state: Check['state']) => asked.filter((check) => check.state === state);
    return [
      {
        repository,
        commit,
        failed: ofState('failed'),
        pending: ofState('pending'),
        unknown: ofState('unknown'),
        isUnread,
      },
    ];
  });
}

type WithChecks = { commit: CommitEvidence; checks: CommitEvidence['checks'] };

/** What the other checks say of that commit: signals, which stop nothing. */
export type SignalChecks = { repository: RepositoryCase; commit: CommitEvidence; checks: Check[] };

export function signalChecks(facts: PromotionCase): SignalChecks[] {
  const { requiredChecks: required } = facts.settings;
  if (required === 'all') return [];
  const names = new Set(required.map((name) => name.toLowerCase()));
  return facts.repositories.flatMap((repository) => {
    const found = newestWithChecks(repository, facts.promotion.from);
    if (!found || found.checks === 'not-read') return [];
    const checks = found.checks.filter(({ name }) => !names.has(name.toLowerCase()));
    return checks.length > 0 ? [{ repository, commit: found.commit, checks }] : [];
  });
}

/** A merge without checks of its own says nothing of what it brought: then that counts. */
function newestWithChecks(repository: RepositoryCase, line: string): WithChecks | undefined {
  return newestReached(repository, line)
    .map((commit) => ({ commit, checks: checksOf(repository, commit) }))
    .find(({ commit, checks }) => commit.carriesChange || checks.length > 0);
}

/** Where checks run on pull requests only, those of the pull request speak for the commit that it made. */
function checksOf(
  { pullRequests }: RepositoryCase,
  commit: CommitEvidence,
): CommitEvidence['checks'] {
  if (commit.checks === 'not-read' || commit.checks.length > 0) return commit.checks;
  const checks = pullRequests.find(
    (one) => isOf(one, commit) && one.checks !== 'not-read' && one.checks.length > 0,
  )?.checks;
  return checks ?? commit.checks;
}

/** A required check that is not there has not reported yet, unless some could not be read. */
function pick(checks: readonly Check[], required: 'all' | readonly string[]): Check[] {
  if (required === 'all') return [...checks];
  const state = checks.some((check) => check.state === 'unknown') ? 'unknown' : 'pending';
  return required.flatMap((name) => {
    const found = checks.filter((check) => check.name.toLowerCase() === name.toLowerCase());
    return found.length > 0 ? found : [{ name, state, url: null, at: null } as const];
  });
}
