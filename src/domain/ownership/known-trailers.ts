import { findIssueKeys } from '../issue-key';
import type { PullRequest } from '../pull-request';
import { DEPENDS_ON } from './by-trailer';
import type { OwnershipContext } from './ownership-context';
import { parseTrailers, type Trailer } from './trailers';

/** From the mildest to the worst. */
const RISKS = ['low', 'medium', 'high', 'blocked'] as const;
export type DeclaredRisk = (typeof RISKS)[number];

/** The trailers that Convoy acts on; each list distinct, in order. */
export type KnownTrailers = {
  issues: string[];
  dependsOn: string[];
  affectsServices: string[];
  changeTypes: string[];
  /** Free text: a comma does not part two steps. */
  manualSteps: string[];
  /** The worst one that is declared. */
  risk: DeclaredRisk | null;
  /** Values of `Risk` that are none: somebody meant something that nobody can read. */
  unreadableRisks: string[];
  /** `yes` or paths; a `no` says nothing. */
  dbMigrations: string[];
  featureFlags: string[];
};

export type TrailerSettings = Pick<OwnershipContext, 'isProjectKey' | 'issueTrailers'>;

/** A pull request as a message, so that the last paragraph of its description is read by the same rules. */
export const pullRequestMessage = ({ title, body }: Pick<PullRequest, 'title' | 'body'>): string =>
  `${title}\n\n${body}`;

/** The known trailers of a message. */
export function knownTrailers(message: string, settings: TrailerSettings): KnownTrailers {
  const trailers = parseTrailers(message);
  const keysOf = (...names: string[]): string[] =>
    findIssueKeys(valuesOf(trailers, names).join('\n'), settings.isProjectKey);
  const listOf = (name: string): string[] => distinct(valuesOf(trailers, [name]).flatMap(parts));
  const risks = listOf('Risk').map((risk) => risk.toLowerCase());
  return {
    issues: keysOf(...settings.issueTrailers.filter((name) => name.toLowerCase() !== DEPENDS_ON)),
    dependsOn: keysOf(DEPENDS_ON),
    affectsServices: listOf('Affects-Service'),
    changeTypes: listOf('Change-Type'),
    manualSteps: distinct(valuesOf(trailers, ['Manual-Step'])),
    risk: RISKS.findLast((risk) => risks.includes(risk)) ?? null,
    unreadableRisks: risks.filter((risk) => !RISKS.some((known) => known === risk)),
    dbMigrations: listOf('DB-Migration').filter((value) => value.toLowerCase() !== 'no'),
    featureFlags: listOf('Feature-Flag'),
  };
}

/** `null` for a message that declares nothing. */
export function declared(trailers: KnownTrailers): KnownTrailers | null {
  const isSilent = Object.values(trailers).every((value) => value === null || value.length === 0);
  return isSilent ? null : trailers;
}

/** What several messages declare together. */
export function joinTrailers(all: readonly KnownTrailers[]): KnownTrailers {
  const listOf = (list: (one: KnownTrailers) => string[]): string[] => distinct(all.flatMap(list));
  const risks = all.map(({ risk }) => risk);
  return {
    issues: listOf(({ issues }) => issues),
    dependsOn: listOf(({ dependsOn }) => dependsOn),
    affectsServices: listOf(({ affectsServices }) => affectsServices),
    changeTypes: listOf(({ changeTypes }) => changeTypes),
    manualSteps: listOf(({ manualSteps }) => manualSteps),
    risk: RISKS.findLast((risk) => risks.includes(risk)) ?? null,
    unreadableRisks: listOf(({ unreadableRisks }) => unreadableRisks),
    dbMigrations: listOf(({ dbMigrations }) => dbMigrations),
    featureFlags: listOf(({ featureFlags }) => featureFlags),
  };
}

function valuesOf(trailers: Trailer[], names: string[]): string[] {
  const wanted = names.map((name) => name.toLowerCase());
  return trailers
    .filter(({ key, value }) => wanted.includes(key.toLowerCase()) && value !== '')
    .map(({ value }) => value);
}

const distinct = (values: string[]): string[] => [...new Set(values)];

const parts = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
