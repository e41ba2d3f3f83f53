import { environmentsOfLines, lineOfEnvironment } from '../lines/environment-line';
import { environmentType, type EnvironmentType } from '../lines/environment-type';
import type { ProjectSettings } from '../settings/project-settings';
import { headerOf, linksTo, type DoctorFacts, type RepositoryFacts } from './doctor-facts';
import { finding, type Confidence, type Examination, type Finding } from './finding';
import { grouped } from './grouped';
import { counted, named } from './words';

/** Environments that live as long as a pull request: `review/login`, `pr-12`. */
const SHORT_LIVED = /^(?:review|preview|pr|mr|branch|deploy-preview)s?(?:[-_/ .]|\d|$)/i;

type Found = { environment: string; facts: RepositoryFacts };

/** Environments of the hosts that belong to no line, with the line that their name suggests. */
export const unmappedEnvironments: Examination = (facts) => {
  const found = facts.repositories.flatMap((one) => unmappedIn(one, facts.settings));
  const isShort = ({ environment }: Found) => SHORT_LIVED.test(environment);
  const lasting = grouped(
    found.filter((one) => !isShort(one)),
    ({ environment }) => environment.toLowerCase(),
  );
  return [
    ...[...lasting.values()].flatMap(([first, ...others]) =>
      first ? [unmapped([first, ...others], facts)] : [],
    ),
    ...shortLived(found.filter(isShort), facts),
  ];
};

/** Those that no project follows, and those that only another project does. */
function unmappedIn(facts: RepositoryFacts, settings: ProjectSettings): Found[] {
  const header = headerOf(facts);
  const lines = environmentsOfLines(settings, facts.repository);
  const elsewhere = header.environments
    .filter((one) => lineOfEnvironment(one, lines) === null)
    .map(({ environment }) => environment);
  const names = new Set([...header.unmappedEnvironments, ...elsewhere]);
  return [...names].sort().map((environment) => ({ environment, facts }));
}

function unmapped(group: readonly [Found, ...Found[]], { settings }: DoctorFacts): Finding {
  const [{ environment, facts }, ...others] = group;
  const suggestion = suggestLine(environment, settings);
  return finding({
    code: 'unmapped-environment',
    subject: environment,
    message: `Deployments to ${environment} count for no line (${named(group.map((one) => one.facts.repository.id))}).`,
    links: group.slice(0, 3).flatMap((one) => linksTo(one.facts)),
    ...advice(environment, suggestion),
    ...(others.length > 0
      ? { place: 'route' }
      : { place: 'repositories', repository: facts.repository.id }),
  });
}

type Advice = Pick<Finding, 'severity' | 'action'> & { confidence?: Confidence };

const advice = (environment: string, suggestion: Suggestion | null): Advice =>
  suggestion
    ? {
        severity: 'warning',
        action: `Add ${environment} to the environments of ${suggestion.line}: ${suggestion.why}.`,
        confidence: suggestion.confidence,
      }
    : {
        severity: 'hint',
        action: `If a line feeds it, add ${environment} to the environments of that line. Else nothing.`,
      };

function shortLived(found: readonly Found[], { settings }: DoctorFacts): Finding[] {
  if (found.length === 0) return [];
  const names = [...new Set(found.map(({ environment }) => environment))];
  return [
    finding({
      code: 'unmapped-environment',
      severity: 'hint',
      subject: settings.projectKey,
      message: `${counted(names.length, 'environment')} such as ${named(names)} ${names.length === 1 ? 'lives' : 'live'} only as long as a pull request, by the name. No line counts ${names.length === 1 ? 'it' : 'them'}.`,
      action: 'Nothing, unless a line is fed by one of them.',
      confidence: 'likely',
      place: 'route',
    }),
  ];
}

type Suggestion = { line: string; confidence: Confidence; why: string };

/** The line that is named like it, else the only line of the same type by its environments, name or branch. */
function suggestLine(environment: string, { route, lines }: ProjectSettings): Suggestion | null {
  const type = environmentType(environment);
  const sameType = route.filter((line) => typesOf(line, lines[line]).includes(type));
  return byName(environment, route, type) ?? byType(type, sameType);
}

/** `non-prod` holds the name of the line prod, and is not production. */
function byName(
  environment: string,
  route: readonly string[],
  type: EnvironmentType,
): Suggestion | null {
  const words: readonly string[] = environment.toLowerCase().match(/\p{L}+/gu) ?? [];
  const [line, another] = route.filter((name) => words.includes(name.toLowerCase()));
  if (line === undefined || another !== undefined) return null;
  return environmentType(line) === type
    ? { line, confidence: 'likely', why: 'its name holds that of the line' }
    : null;
}

function byType(type: EnvironmentType, lines: readonly string[]): Suggestion | null {
  const [line, another] = lines;
  if (type === 'unmapped' || line === undefined) return null;
  const why = `its name says ${type}`;
  return another === undefined
    ? { line, confidence: 'likely', why }
    : { line, confidence: 'guess', why: `${why}, as do ${lines.join(' and ')}` };
}

function typesOf(
  name: string,
  line: ProjectSettings['lines'][string] | undefined,
): EnvironmentType[] {
  const named = line?.environments ?? [];
  const told = named.length > 0 ? named : [name, ...(line ? [line.branch] : [])];
  return told.map(environmentType).filter((type) => type !== 'unmapped');
}
