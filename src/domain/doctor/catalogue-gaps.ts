import { parseRepositoryId } from '../repository';
import { headerOf, linksTo, outlineIn, type RepositoryFacts } from './doctor-facts';
import { finding, type Examination, type Finding } from './finding';
import { suggestKind, type KindSuggestion } from './suggest-kind';
import { named } from './words';

const KINDS = {
  app: 'application',
  db: 'database',
  mendix: 'Mendix',
  infra: 'infrastructure',
  config: 'configuration',
  library: 'library',
} as const;

/** Repositories of which nobody said the service, the owner or the kind. */
export const catalogueGaps: Examination = ({ repositories }) => repositories.flatMap(gapsOf);

function gapsOf(facts: RepositoryFacts): Finding[] {
  const { id, service, owner, kind } = facts.repository;
  const lacks = [
    ...(service === null ? ['service'] : []),
    ...(owner === null ? ['owner'] : []),
    ...(kind === null ? ['kind'] : []),
  ];
  if (lacks.length === 0) return [];
  const suggestion = kind === null ? suggestionFor(facts) : null;
  return [
    finding({
      code: 'catalogue-gap',
      severity: 'hint',
      subject: id,
      message: `It has ${named(lacks.map((lack) => `no ${lack}`))}.${consequence(lacks)}`,
      action: `Fill in ${named(lacks)}.${suggestion ? ` The kind is probably ${KINDS[suggestion.kind]}: ${suggestion.why}.` : ''}`,
      ...(suggestion && { confidence: suggestion.confidence }),
      links: linksTo(facts),
      place: 'repositories',
      repository: id,
    }),
  ];
}

function suggestionFor(facts: RepositoryFacts): KindSuggestion | null {
  const { id } = facts.repository;
  const { environments, unmappedEnvironments } = headerOf(facts);
  return suggestKind({
    path: parseRepositoryId(id)?.path ?? id,
    paths: outlineIn(facts).paths,
    isDeployed: environments.length + unmappedEnvironments.length > 0,
  });
}

function consequence(lacks: readonly string[]): string {
  const [first] = lacks.flatMap((lack) => WHY[lack] ?? []);
  return first === undefined ? '' : ` ${first}`;
}

const WHY: Readonly<Record<string, string>> = {
  service: 'People then see the path in place of a name they know.',
  owner: 'Nobody then knows whom to ask.',
  kind: 'The kind decides which risks are looked for.',
};
