import { headerGaps } from '../evidence/repository-header';
import { headerOf, linksTo, outlineIn, type RepositoryFacts } from './doctor-facts';
import { finding, type Examination, type Finding } from './finding';
import { counted, named } from './words';

/** Repositories in which no issue of the project has anything, and those that nobody can change any more. */
export const unusedRepositories: Examination = ({ settings: { projectKey }, repositories }) =>
  repositories.flatMap((facts) => {
    const { isArchived, outline } = headerOf(facts);
    const issues = outlineIn(facts).shares[projectKey]?.issues ?? 0;
    if (isArchived === true) return [archived(facts, projectKey, issues)];
    return outline !== null && issues === 0 ? [unused(facts, projectKey)] : [];
  });

function archived(facts: RepositoryFacts, projectKey: string, issues: number): Finding {
  const { id } = facts.repository;
  const has =
    issues === 0
      ? `No issue of ${projectKey} has anything in it.`
      : `${counted(issues, 'issue')} of ${projectKey} ${issues === 1 ? 'has' : 'have'} something in it.`;
  return finding({
    code: 'archived-repository',
    severity: 'hint',
    subject: id,
    message: `It is archived at the host, so nothing new comes. ${has}`,
    action:
      issues === 0
        ? 'Remove it from the project.'
        : 'Keep it while those issues are looked at: removing it takes its changes out of them.',
    confidence: 'certain',
    links: linksTo(facts),
    place: 'repositories',
    repository: id,
  });
}

function unused(facts: RepositoryFacts, projectKey: string): Finding {
  const { id } = facts.repository;
  const header = headerOf(facts);
  const others = Object.keys(outlineIn(facts).shares).sort();
  const elsewhere = others.length > 0 ? ` It has changes of ${named(others)}.` : '';
  return finding({
    code: 'unused-repository',
    severity: 'hint',
    subject: id,
    message: `None of its ${counted(header.commitCount, 'commit')} and no pull request of it names an issue of ${projectKey}.${elsewhere}`,
    action: `Remove it from the project, or check that its commits name the issues of ${projectKey}.`,
    confidence: headerGaps(header).length > 0 ? 'guess' : 'likely',
    links: linksTo(facts),
    place: 'repositories',
    repository: id,
  });
}
