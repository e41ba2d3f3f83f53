import { nearest } from '../nearest';
import { lineIn, type ProjectSettings } from '../settings/project-settings';
import { suggestLines } from '../settings/suggest-lines';
import { headerOf, linksTo, outlineIn, type RepositoryFacts } from './doctor-facts';
import { finding, type Confidence, type Examination, type Finding } from './finding';
import { counted } from './words';

/** From so many repositories on, a branch that all of them lack is a mistake of the route. */
const EVERYWHERE_FROM = 3;

type Missing = { facts: RepositoryFacts; line: string; branch: string };

/** Branches that lines mean and repositories do not have, with the nearest that is known to exist. */
export const missingBranches: Examination = ({ settings, repositories }) =>
  settings.route.flatMap((line) => {
    const read = repositories.filter(({ status }) => Boolean(status?.asOf));
    const missing = read.flatMap((facts) => missingIn(facts, settings, line));
    const branch = settings.lines[line]?.branch ?? '';
    const isEverywhere =
      missing.length === read.length &&
      missing.length >= EVERYWHERE_FROM &&
      missing.every((one) => one.branch === branch);
    return isEverywhere
      ? [missingEverywhere(line, branch, missing)]
      : missing.map((one) => missingOne(one, settings));
  });

function missingIn(facts: RepositoryFacts, settings: ProjectSettings, line: string): Missing[] {
  const branch = lineIn(settings, facts.repository, line)?.branch;
  const isMissing = branch !== undefined && facts.status?.branches[branch]?.state === 'missing';
  return isMissing ? [{ facts, line, branch }] : [];
}

function missingEverywhere(line: string, branch: string, missing: readonly Missing[]): Finding {
  return finding({
    code: 'missing-branch',
    severity: 'problem',
    subject: line,
    message: `The line ${line} means the branch ${branch}, which none of the ${counted(missing.length, 'repository', 'repositories')} has.`,
    action: 'Correct the branch of the line in the route.',
    links: missing.slice(0, 3).flatMap(({ facts }) => linksTo(facts)),
    place: 'route',
  });
}

function missingOne({ facts, line, branch }: Missing, settings: ProjectSettings): Finding {
  const { id } = facts.repository;
  const near = nearestTo(branch, line, knownBranches(facts, settings));
  return finding({
    code: 'missing-branch',
    severity: 'problem',
    subject: `${id}, ${line}`,
    message: `The line ${line} means the branch ${branch}, which ${id} does not have.`,
    action: near
      ? `Set the branch of ${line} in this repository: ${near.name} (${near.why}).`
      : `Create the branch, or set another one for ${line} in this repository.`,
    ...(near && { confidence: near.confidence }),
    links: linksTo(facts),
    place: 'repositories',
    repository: id,
  });
}

type Known = { name: string; isDefault: boolean; isBase: boolean };

/** Branches that the evidence shows to exist and that no other line of the repository means. */
function knownBranches(facts: RepositoryFacts, settings: ProjectSettings): Known[] {
  const { branches, defaultBranch } = headerOf(facts);
  const { bases } = outlineIn(facts);
  const heads = Object.entries(branches);
  const gone = heads.filter(([, { state }]) => state === 'missing').map(([name]) => name);
  const existing = heads.filter(([, { state }]) => state === 'read').map(([name]) => name);
  const used = settings.route.flatMap(
    (line) => lineIn(settings, facts.repository, line)?.branch ?? [],
  );
  const unwanted = new Set([...gone, ...used]);
  const names = [...(defaultBranch === null ? [] : [defaultBranch]), ...existing, ...bases];
  return [...new Set(names)]
    .filter((name) => !unwanted.has(name))
    .map((name) => ({ name, isDefault: name === defaultBranch, isBase: bases.includes(name) }));
}

type Near = { name: string; confidence: Confidence; why: string };

/** By its spelling, else by what teams usually call such a line. */
function nearestTo(branch: string, line: string, known: readonly Known[]): Near | null {
  const names = known.map(({ name }) => name);
  const alike = known.find(({ name }) => name === nearest(branch, names));
  if (alike) return { name: alike.name, confidence: 'likely', why: `spelled alike${seen(alike)}` };
  const branches = names.map((name) => ({ name, isProtected: false }));
  const [usual] = suggestLines({ branches, defaultBranch: '' }, [{ name: line, branch: null }]);
  const found = known.find(({ name }) => name === usual?.branch);
  if (!usual || !found) return null;
  const confidence = usual.confidence === 'high' || found.isDefault ? 'likely' : 'guess';
  return { name: found.name, confidence, why: `${usual.why}${seen(found)}` };
}

function seen({ isDefault, isBase }: Known): string {
  if (isDefault) return '; it is the default branch';
  return isBase ? '; pull requests go into it' : '';
}
