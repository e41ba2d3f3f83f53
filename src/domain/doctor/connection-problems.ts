import type { FailureKind } from '../evidence/failure-kind';
import type { RunningPhase } from '../evidence/repository-header';
import { parseRepositoryId, toRepositoryId, type RepositoryId } from '../repository';
import { connectionFor } from '../settings/connection-for';
import { hostOf } from '../settings/host-address';
import {
  headerOf,
  linksTo,
  outlineIn,
  type ConnectionFacts,
  type RepositoryFacts,
} from './doctor-facts';
import { finding, type Examination, type Finding } from './finding';
import { grouped } from './grouped';
import { counted, named } from './words';

/** Repositories that nothing covers; logins that do not work, or may not read everything; repositories under another name. */
export const connectionProblems: Examination = ({ repositories, connections }) => {
  const groups = grouped(repositories, ({ repository: { id } }) => connectionFor(id, connections));
  const uncovered = groups.get(undefined) ?? [];
  return [
    ...uncoveredOwners(uncovered),
    ...[...groups].flatMap(([connection, covered]) =>
      connection ? troublesOf(connection, covered) : [],
    ),
    ...repositories.flatMap(renamed),
  ];
};

/** One finding for each owner: that is what a connection is made for. */
function uncoveredOwners(uncovered: readonly RepositoryFacts[]): Finding[] {
  const owners = grouped(uncovered, ({ repository: { id } }) => ownerOf(id));
  return [...owners].map(([owner, repositories]) =>
    finding({
      code: 'no-connection',
      severity: 'problem',
      subject: owner,
      message: `No connection covers ${namesOf(repositories)}, so ${repositories.length === 1 ? 'it' : 'they'} cannot be read.`,
      action: `Add a connection that can see ${owner}, or remove the repositories from the project.`,
      place: 'connections',
    }),
  );
}

type Trouble = Pick<Finding, 'code' | 'severity'> & {
  failure: FailureKind;
  message: (host: string, repositories: string) => string;
  action: (connection: ConnectionFacts) => string;
};

const TROUBLES: readonly Trouble[] = [
  {
    failure: 'unauthorized',
    code: 'login-refused',
    severity: 'problem',
    message: (host, repositories) => `${host} refused the login when ${repositories} were read.`,
    action: ({ login }) =>
      login === 'app'
        ? 'Check the app id and the installation, and enter a new private key; then test the connection.'
        : 'Make a new token and enter it in the connection; then test it.',
  },
  {
    failure: 'egress-blocked',
    code: 'egress-blocked',
    severity: 'problem',
    message: (host, repositories) =>
      `Forge does not let Convoy call ${host}, so ${repositories} cannot be read.`,
    action: () => 'Test the connection and allow its address when Jira asks.',
  },
  {
    failure: 'forbidden',
    code: 'reading-forbidden',
    severity: 'problem',
    message: (host, repositories) => `${host} does not let the login read all of ${repositories}.`,
    action: ({ provider }) =>
      provider === 'gitlab'
        ? 'Give the token the scope read_api, and its user or bot at least the role Reporter there.'
        : 'Give the login read access to contents, pull requests, commit statuses and deployments there, and a GitHub App also to checks.',
  },
  {
    failure: 'not-found',
    code: 'repository-not-found',
    severity: 'problem',
    message: (host, repositories) =>
      `${host} does not have ${repositories}, or hides it from the login.`,
    action: () =>
      'Check the spelling, give the login access, or remove what is gone from the project.',
  },
  {
    failure: 'unavailable',
    code: 'host-unreachable',
    severity: 'warning',
    message: (host, repositories) => `${host} did not answer when ${repositories} were read.`,
    action: () => 'Test the connection. When it works again, refresh the project.',
  },
  {
    failure: 'unexpected-answer',
    code: 'host-unreachable',
    severity: 'warning',
    message: (host, repositories) =>
      `${host} answered ${repositories} in a form that is not that of the host.`,
    action: () => 'Check the address of the connection, and that no proxy stands before the host.',
  },
  {
    failure: 'rate-limited',
    code: 'rate-limited',
    severity: 'warning',
    message: (host, repositories) =>
      `${host} took no more calls of this login when ${repositories} were read; the reading waits.`,
    action: ({ provider, login }) =>
      provider === 'github' && login === 'token'
        ? 'Nothing, if it is rare. Else use a GitHub App, whose limit is higher, or one connection for each organization.'
        : 'Nothing, if it is rare. Else make a connection for each group or organization, so that each has its own limit.',
  },
];

/** A lost secret explains every refusal. */
function troublesOf(connection: ConnectionFacts, covered: readonly RepositoryFacts[]): Finding[] {
  const subject = nameOf(connection);
  if (!connection.hasSecret) {
    return [
      finding({
        code: 'secret-lost',
        severity: 'problem',
        subject,
        message: `The connection has lost its secret, so ${namesOf(covered)} cannot be read.`,
        action: 'Edit the connection and enter its token or key again.',
        place: 'connections',
      }),
    ];
  }
  const failed = TROUBLES.flatMap(({ failure, code, severity, message, action }) => {
    const met = covered.filter((one) => phasesFailedBy(one, failure).length > 0);
    if (met.length === 0) return [];
    const told = message(hostOf(connection), namesOf(met));
    const missing = failure === 'forbidden' ? ` What is missing: ${missingParts(met)}.` : '';
    const links = met.slice(0, 3).flatMap(linksTo);
    const text = { subject, message: `${told}${missing}`, action: action(connection) };
    return [finding({ code, severity, ...text, links, place: 'connections' })];
  });
  return [...failed, ...withheldChecks(connection, covered)];
}

function withheldChecks(
  connection: ConnectionFacts,
  covered: readonly RepositoryFacts[],
): Finding[] {
  const withheld = covered.filter((one) => outlineIn(one).checksWithheld);
  if (withheld.length === 0) return [];
  return [
    finding({
      code: 'checks-withheld',
      severity: 'warning',
      subject: nameOf(connection),
      message: `${hostOf(connection)} keeps check runs of ${namesOf(withheld)} back from this login, so checks there stay unknown.`,
      action:
        'Log in as a GitHub App with read access to checks: GitHub lets no fine-grained token read check runs of private repositories.',
      links: withheld.slice(0, 3).flatMap(linksTo),
      place: 'connections',
    }),
  ];
}

function renamed(facts: RepositoryFacts): Finding[] {
  const { id } = facts.repository;
  const renamedTo = facts.status?.renamedTo ?? null;
  const address = parseRepositoryId(id);
  if (renamedTo === null || address === null) return [];
  const now = toRepositoryId({ ...address, path: renamedTo });
  return [
    finding({
      code: 'renamed-repository',
      severity: 'warning',
      subject: id,
      message: `The host knows ${id} as ${renamedTo} now. It forwards the old name until somebody takes it.`,
      action: `Change the repository to ${now}.`,
      confidence: 'certain',
      links: linksTo(facts),
      place: 'repositories',
      repository: id,
    }),
  ];
}

const PHASES: Readonly<Record<RunningPhase, string>> = {
  branches: 'the repository itself',
  deployments: 'deployments',
  'pull-requests': 'pull requests',
  commits: 'commits',
  changes: 'what commits changed',
  checks: 'checks',
  index: 'projects of Jira',
};

/** Without the last phase, which asks Jira and no host. */
function phasesFailedBy(facts: RepositoryFacts, failure: FailureKind): RunningPhase[] {
  const failed = Object.entries(headerOf(facts).failedBy) as [RunningPhase, FailureKind][];
  return failed
    .filter(([phase, kind]) => phase !== 'index' && kind === failure)
    .map(([phase]) => phase);
}

function missingParts(met: readonly RepositoryFacts[]): string {
  const phases = new Set(met.flatMap((one) => phasesFailedBy(one, 'forbidden')));
  const order = Object.keys(PHASES) as RunningPhase[];
  return named(order.filter((phase) => phases.has(phase)).map((phase) => PHASES[phase]));
}

/** `github.com, acme` */
const nameOf = (connection: ConnectionFacts): string =>
  [hostOf(connection), ...(connection.owner === null ? [] : [connection.owner])].join(', ');

/** Named while they are few, else counted first. */
function namesOf(repositories: readonly RepositoryFacts[]): string {
  const names = named(repositories.map(({ repository: { id } }) => pathOf(id)));
  return repositories.length <= 4
    ? names
    : `${counted(repositories.length, 'repository', 'repositories')} (${names})`;
}

const pathOf = (id: RepositoryId): string => parseRepositoryId(id)?.path ?? id;

function ownerOf(id: RepositoryId): string {
  const address = parseRepositoryId(id);
  return address ? `${address.host}/${address.path.split('/')[0] ?? ''}` : id;
}
