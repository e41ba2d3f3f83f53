import { catalogueGaps } from './catalogue-gaps';
import { connectionProblems } from './connection-problems';
import { contradictingSettings } from './contradicting-settings';
import type { DoctorFacts } from './doctor-facts';
import { environmentsOffLine } from './environments-off-line';
import { finding, FINDING_CODES, type Examination, type Finding, type Severity } from './finding';
import { grouped } from './grouped';
import { idleLines } from './idle-lines';
import { missingBranches } from './missing-branches';
import { quota } from './quota';
import { routeOrder } from './route-order';
import { staleEvidence } from './stale-evidence';
import { unmappedEnvironments } from './unmapped-environments';
import { unusedRepositories } from './unused-repositories';
import { counted } from './words';

const EXAMINATIONS: readonly Examination[] = [
  contradictingSettings,
  connectionProblems,
  staleEvidence,
  missingBranches,
  routeOrder,
  environmentsOffLine,
  idleLines,
  unmappedEnvironments,
  unusedRepositories,
  catalogueGaps,
  quota,
];
const SEVERITIES: readonly Severity[] = ['problem', 'warning', 'hint'];
/** Of one kind and severity, so many are listed; the rest is counted. */
const LISTED = 50;

/** All findings, the worst first; the same facts give the same findings in the same order. */
export function examine(facts: DoctorFacts): Finding[] {
  const found = EXAMINATIONS.flatMap((examination) => examination(facts)).sort(byWeight);
  return [...grouped(found, ({ severity, code }) => `${severity} ${code}`).values()].flatMap(
    (all) => folded(all, facts.settings.projectKey),
  );
}

/** Of a project without settings there is only one thing to say. */
export const notSetUp = (projectKey: string): Finding[] => [
  finding({
    code: 'not-set-up',
    severity: 'problem',
    subject: projectKey,
    message: `${projectKey} is not set up, so nothing is read for its issues.`,
    action: 'Name its lines and repositories, and save; or import a convoy.yaml.',
    place: 'route',
  }),
];

function byWeight(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    FINDING_CODES.indexOf(a.code) - FINDING_CODES.indexOf(b.code) ||
    compare(a.subject, b.subject) ||
    compare(a.message, b.message)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** A project of 900 repositories is not told 900 times to name an owner. */
function folded(all: readonly Finding[], projectKey: string): Finding[] {
  const listed = all.slice(0, LISTED);
  const [first] = all;
  const count = all.length - listed.length;
  if (first === undefined || count === 0) return listed;
  const rest: Finding = {
    ...first,
    subject: projectKey,
    message: `There ${count === 1 ? 'is' : 'are'} ${counted(count, 'more finding')} of this kind.`,
    action:
      'Repair those that are listed first, then look again. Many at once are edited in a file: export it, change it, import it.',
    confidence: null,
    links: [],
    place: { ...first.place, repository: null },
    count,
  };
  return [...listed, rest];
}
