import type { EnvironmentStatus } from '../evidence/repository-status';
import { environmentsOfLines, lineOfEnvironment } from '../lines/environment-line';
import { lineIn, type ProjectSettings } from '../settings/project-settings';
import { headerOf, linksTo, outlineIn, type RepositoryFacts } from './doctor-facts';
import { finding, type Examination, type Finding } from './finding';

/** Environments that run what the branch of their line does not have. */
export const environmentsOffLine: Examination = ({ settings, repositories }) =>
  repositories.flatMap((facts) => examine(facts, settings));

type OffLine = { line: string; branch: string; holders: string[]; status: EnvironmentStatus };

function examine(facts: RepositoryFacts, settings: ProjectSettings): Finding[] {
  const environments = headerOf(facts).indexed?.environments ?? [];
  return environments.flatMap((status) => {
    const found = offLine(facts, settings, status);
    return found ? [report(facts, found)] : [];
  });
}

/** `null` where the line has what runs, or nobody can tell. */
function offLine(
  facts: RepositoryFacts,
  settings: ProjectSettings,
  status: EnvironmentStatus,
): OffLine | null {
  const branchOf = (line: string) => lineIn(settings, facts.repository, line)?.branch ?? '';
  const line = lineOfEnvironment(status, environmentsOfLines(settings, facts.repository));
  const run = outlineIn(facts).runs.find(({ environment }) => environment === status.environment);
  if (line === null || !run || run.heldBy.includes(branchOf(line))) return null;
  const holders = settings.route.filter((name) => run.heldBy.includes(branchOf(name)));
  return { line, branch: branchOf(line), holders, status };
}

function report(facts: RepositoryFacts, { line, branch, holders, status }: OffLine): Finding {
  const { id } = facts.repository;
  const { environment, deployed } = status;
  const isHeld = holders.length > 0;
  return finding({
    code: 'environment-off-line',
    severity: 'warning',
    subject: `${id}, ${environment}`,
    message: `${environment} belongs to ${line}, but runs a commit that ${branch} does not have; ${holderWords(holders)}`,
    action: isHeld
      ? `Move ${environment} to the line that feeds it, or correct the branch of ${line}. If it was deployed by hand, nothing need be changed here.`
      : `Check which branch ${environment} is deployed from, and make it the branch of ${line} in this repository.`,
    confidence: isHeld ? 'likely' : 'guess',
    links: [
      ...linksTo(facts),
      ...(deployed ? [{ text: `deployment to ${environment}`, url: deployed.url }] : []),
    ],
    place: 'repositories',
    repository: id,
  });
}

const holderWords = (holders: readonly string[]): string =>
  holders.length === 0 ? 'no line of the repository has it.' : `it is on ${holders.join(' and ')}.`;
