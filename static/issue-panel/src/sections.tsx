import { lazy, type ReactNode } from 'react';
import type { IssueView, RepositoryFreshness } from '../../../src/api/contract';
import { ChangesSection } from './changes-section';
import { checkedThings } from './checked-things';
import { checkedItems, checklistGist } from './checklist-words';
import { isRisk } from './reason-words';
import { Section } from './section';
import {
  dependenciesGist,
  deploymentsGist,
  gapsGist,
  historyGist,
  planGist,
  pullRequestsGist,
  risksGist,
} from './section-gists';
import './sections.css';
import { checksWords } from './words';

const lazySections = () => import('./lazy-sections');
const Plan = lazy(async () => ({ default: (await lazySections()).PlanSection }));
const Dependencies = lazy(async () => ({ default: (await lazySections()).DependenciesSection }));
const Risks = lazy(async () => ({ default: (await lazySections()).RisksSection }));
const Checklist = lazy(async () => ({ default: (await lazySections()).ChecklistSection }));
const History = lazy(async () => ({ default: (await lazySections()).HistorySection }));
const PullRequests = lazy(async () => ({ default: (await lazySections()).PullRequestsSection }));
const Checks = lazy(async () => ({ default: (await lazySections()).ChecksSection }));
const Deployments = lazy(async () => ({ default: (await lazySections()).DeploymentsSection }));
const Mentions = lazy(async () => ({ default: (await lazySections()).MentionsSection }));
const Related = lazy(async () => ({ default: (await lazySections()).RelatedSection }));
const Freshness = lazy(async () => ({ default: (await lazySections()).FreshnessSection }));
const Unlinked = lazy(async () => ({ default: (await lazySections()).UnlinkedSection }));

type Props = { view: IssueView; repositories: RepositoryFreshness[] };

/** What the glance rests on: what is judged on the left, what hosts and Jira say on the right. */
export function Sections({ view, repositories }: Props) {
  return (
    <div className="sections">
      <JudgedSections view={view} />
      <ToldSections view={view} repositories={repositories} />
    </div>
  );
}

function JudgedSections({ view }: { view: IssueView }) {
  return (
    <div className="sections-main">
      <Section title="Plan" count={view.toPromote.length} gist={planGist(view)}>
        <Plan view={view} />
      </Section>
      <Counted title="Dependencies" items={view.dependencies} gist={dependenciesGist(view)}>
        <Dependencies view={view} />
      </Counted>
      <Section
        title="Risks and manual steps"
        count={view.reasons.filter(isRisk).length + view.manualSteps.length}
        gist={risksGist(view)}
      >
        <Risks view={view} />
      </Section>
      <Section title="Checklist" count={checkedItems(view).length} gist={checklistGist(view)}>
        <Checklist view={view} />
      </Section>
      <Section title="History" count={view.life.length} gist={historyGist(view)}>
        <History view={view} />
      </Section>
      <Section
        title="Changes"
        count={view.changes.flatMap(({ commits }) => commits).length}
        isOpenAtFirst
      >
        <ChangesSection view={view} />
      </Section>
    </div>
  );
}

function ToldSections({ view, repositories }: Props) {
  const checked = checkedThings(view);
  const checks = checked.flatMap((thing) => (thing.checks === 'not-read' ? [] : thing.checks));

  return (
    <div className="sections-more">
      <Counted title="Pull requests" items={view.pullRequests} gist={pullRequestsGist(view)}>
        <PullRequests view={view} />
      </Counted>
      <Section
        title="Checks"
        count={checks.length}
        gist={checks.length > 0 ? checksWords(checks).replace('checks: ', '') : 'none read'}
      >
        <Checks checked={checked} now={view.evidence.now} />
      </Section>
      <Counted title="Deployments" items={view.deployments} gist={deploymentsGist(view)}>
        <Deployments view={view} />
      </Counted>
      <Section
        title="Mentions"
        count={view.mentions.flatMap(({ commits }) => commits).length}
        gist="not counted as changes"
      >
        <Mentions view={view} />
      </Section>
      <Counted
        title="Related issues"
        items={view.related}
        gist={view.related.map(({ key }) => key).join(', ')}
      >
        <Related view={view} />
      </Counted>
      <Section title="Freshness and gaps" count={repositories.length} gist={gapsGist(view)}>
        <Freshness view={view} repositories={repositories} />
      </Section>
      <Counted title="Unlinked by hand" items={view.unlinked}>
        <Unlinked view={view} />
      </Counted>
    </div>
  );
}

type CountedProps = {
  title: string;
  items: readonly unknown[];
  gist?: string;
  children: ReactNode;
};

/** A section that says so itself when there is nothing in it. */
function Counted({ title, items, gist = '', children }: CountedProps) {
  return (
    <Section title={title} count={items.length} gist={gist}>
      {items.length > 0 ? children : <p className="subtle">{`No ${title.toLowerCase()}.`}</p>}
    </Section>
  );
}
