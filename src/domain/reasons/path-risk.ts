import type { CommitEvidence } from '../evidence/issue-evidence';
import type { RepositoryKind } from '../repository';
import type { RiskRule } from '../settings/project-settings';
import { commitUrl } from '../links';
import { isMatch, isPathCode, PATH_LEVELS, riskyPaths, type PathCode } from './path-rules';
import type { PromotionCase, RepositoryCase } from './promotion-case';
import type { EvidenceLink, Level } from './reason';
import { travellingChanges } from './travelling';
import { worstOf } from './verdict';

export type PathRisk = {
  evidence: EvidenceLink[];
  /** Every commit that touched one of the files. */
  shas: string[];
  level: Level;
  repositories: RepositoryCase[];
};

/** In a repository of such a kind every file is one of that risk. */
const RISK_OF_KIND: Readonly<Partial<Record<RepositoryKind, PathCode>>> = {
  db: 'db-change',
  infra: 'infra-change',
  config: 'config-change',
};

const EVERYTHING = ['**'];

/** The files of one risk among the changes that travel, each with the commit that touched it first. */
export function pathRisk(facts: PromotionCase, code: string): PathRisk {
  const found = facts.repositories
    .map((repository) => ({ repository, rules: rulesOf(repository) }))
    .map(({ repository, rules }) => {
      const touched = filesOf(facts, repository, (paths) => riskyPaths(paths, code, rules));
      return { repository, rules, evidence: firstOfEach(touched), touched };
    })
    .filter(({ evidence }) => evidence.length > 0);
  return {
    evidence: found.flatMap(({ evidence }) => evidence.map(({ link }) => link)),
    shas: found.flatMap(({ touched }) => touched.map(({ sha }) => sha)),
    repositories: found.map(({ repository }) => repository),
    level: worstOf([
      isPathCode(code) ? PATH_LEVELS[code] : 'safe',
      ...found.flatMap(({ evidence, rules }) =>
        rules
          .filter((rule) => rule.code === code)
          .filter((rule) => evidence.some(({ path }) => isMatch(rule.paths, path)))
          .map(levelOf),
      ),
    ]),
  };
}

/** A rule may raise the level of a risk; for a code that the settings made up it says the level. */
const levelOf = ({ code, level }: RiskRule): Level =>
  level ?? (isPathCode(code) ? PATH_LEVELS[code] : 'manual-review');

function rulesOf({ settings }: RepositoryCase): RiskRule[] {
  const kind = settings?.kind;
  const code = kind && RISK_OF_KIND[kind];
  return [...(settings?.risks ?? []), ...(code ? [{ paths: EVERYTHING, code }] : [])];
}

type File = { path: string; sha: string; link: EvidenceLink };

function filesOf(
  { promotion }: PromotionCase,
  repository: RepositoryCase,
  choose: (paths: readonly string[]) => string[],
): File[] {
  return travellingChanges(repository, promotion).flatMap(({ sha, paths }) =>
    choose(listedPaths(paths)).map((path): File => {
      const link = { text: `${repository.name}: ${path}`, url: commitUrl(repository, sha) };
      return { path, sha, link };
    }),
  );
}

const firstOfEach = (files: readonly File[]): File[] =>
  [...new Map(files.toReversed().map((file) => [file.path, file])).values()].reverse();

/** The files that are known by name. */
export const listedPaths = (paths: CommitEvidence['paths']): readonly string[] =>
  paths === 'unread' ? [] : paths.listed;
