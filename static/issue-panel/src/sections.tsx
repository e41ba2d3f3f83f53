import { lazy, type ReactNode } from 'react';
import type { IssueView, RepositoryFreshness } from '../../../src/api/contract';
import { plural } from '../../shared/wording';
import { ChangesSection } from './changes-section';
import { checkedThings } from './checked-things';
import { Section } from './section';
import './sections.css';
import { checksWords, DEPLOYMENT_STATE, REVIEW } from './words';

const lazySections = () => import('./lazy-sections');
const PullRequests = lazy(async () => ({ default: (await lazySections()).PullRequestsSection }));
const Checks = lazy(async () => ({ default: (await lazySections()).ChecksSection }));
const Deployments = lazy(async () => ({ default: (await lazySections()).DeploymentsSection }));
const Mentions = lazy(async () => ({ default: (await lazySections()).MentionsSection }));
const Related = lazy(async () => ({ default: (await lazySections()).RelatedSection }));
const Freshness = lazy(async () => ({ default: (await lazySections()).FreshnessSection }));
const Unlinked = lazy(async () => ({ default: (await lazySections()).UnlinkedSection }));

type Props = { view: IssueView; repositories: RepositoryFreshness[] };

/** What the lanes rest on, one section per kind of evidence. */
export function Sections({ view, repositories }: Props) {
  const checked = checkedThings(view);
  const checks = checked.flatMap((thing) => (thing.checks === 'not-read' ? [] : thing.checks));

  return (
    <div className="sections">
      <Section
        title="Changes"
        count={view.changes.flatMap(({ commits }) => commits).length}
        isOpenAtFirst
      >
        <ChangesSection view={view} />
      </Section>
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

const counted = (words: string[]): string =>
  [...new Set(words)]
    .map((word) => `${words.filter((other) => other === word).length} ${word}`)
    .join(' · ');

const pullRequestsGist = ({ pullRequests }: IssueView): string =>
  counted(
    pullRequests.map(({ state, review }) =>
      state === 'open' ? `open (${REVIEW[review]})` : state,
    ),
  );

const deploymentsGist = ({ deployments }: IssueView): string =>
  counted(deployments.map(({ state }) => DEPLOYMENT_STATE[state]));

function gapsGist({ evidence: { gaps, repositories } }: IssueView): string {
  const unread = repositories.filter(({ asOf }) => asOf === null).length;
  const words = [
    ...(gaps.length > 0 ? [plural(gaps.length, 'gap')] : []),
    ...(unread > 0 ? [`${unread} not read yet`] : []),
  ];
  return words.join(' · ') || 'everything was read';
}
