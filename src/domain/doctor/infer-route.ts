import { lineIn, type ProjectSettings } from '../settings/project-settings';
import { outlineIn, type RepositoryFacts } from './doctor-facts';

/** How often the branch of one line holds all that is on that of another, and more. */
export type Precedence = {
  /** The line that comes first on the route. */
  earlier: string;
  later: string;
  /** Repositories where changes are on `earlier` first, as the route says. */
  asConfigured: string[];
  /** Repositories where everything of `earlier` is on `later`, which has more: changes seem to travel the other way. */
  reversed: string[];
  /** Repositories where both branches are the same commit. */
  same: string[];
  /** Repositories where each has commits that the other has not. */
  diverged: string[];
};

/** What the branches say of each two lines of the route. */
export function inferRoute(
  settings: Pick<ProjectSettings, 'route' | 'lines'>,
  repositories: readonly RepositoryFacts[],
): Precedence[] {
  const pairs = settings.route.flatMap((earlier, index) =>
    settings.route.slice(index + 1).map((later) => [earlier, later] as const),
  );
  return pairs.map(([earlier, later]) => {
    const precedence: Precedence = {
      earlier,
      later,
      asConfigured: [],
      reversed: [],
      same: [],
      diverged: [],
    };
    for (const facts of repositories) {
      const relation = relate(settings, facts, earlier, later);
      if (relation) precedence[relation].push(facts.repository.id);
    }
    return precedence;
  });
}

type Relation = 'asConfigured' | 'reversed' | 'same' | 'diverged';

/** `undefined` where a history is not known to its end, or both lines mean one branch. */
function relate(
  settings: Pick<ProjectSettings, 'lines'>,
  facts: RepositoryFacts,
  earlier: string,
  later: string,
): Relation | undefined {
  const [from, to] = [earlier, later].map(
    (line) => lineIn(settings, facts.repository, line)?.branch,
  );
  const { leads } = outlineIn(facts);
  const lead = (branch?: string, over?: string) =>
    leads.find((one) => one.branch === branch && one.over === over)?.commits;
  const [ahead, behind] = [lead(from, to), lead(to, from)];
  return ahead === undefined || behind === undefined ? undefined : relationOf(ahead, behind);
}

function relationOf(ahead: number, behind: number): Relation {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'asConfigured';
  return behind > 0 ? 'reversed' : 'same';
}
