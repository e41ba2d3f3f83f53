import SectionMessage from '@atlaskit/section-message';
import type { Gap, IssueView } from '../../../src/api/contract';
import type { ReplyFailure } from '../../shared/reply-failure';
import { plural } from '../../shared/wording';
import { useProgress } from './api';
import { GapsMessage } from './gaps-message';
import { Lanes } from './lanes';
import { NoChange } from './no-change';
import { NoSettings } from './no-settings';
import { ReadingProgress } from './reading-progress';
import { Sections } from './sections';
import { Standing } from './standing';

type Props = { view: IssueView; siteUrl: string; failure: ReplyFailure | null };

/** The answer first, then the lanes, then what it rests on. */
export function IssueEvidence({ view, siteUrl, failure }: Props) {
  const isReading = view.evidence.repositories.some(({ progress }) => progress !== null);
  const progress = useProgress(view.key, isReading);
  const repositories = (isReading ? progress.data : null) ?? view.evidence.repositories;

  if (view.setup === 'no-settings') return <NoSettings view={view} />;
  return (
    <main className="panel">
      <Standing view={view} isReading={isReading} />
      <Summary view={view} />
      {isReading && <ReadingProgress repositories={repositories} failure={progress.error} />}
      {failure && <OutOfDate failure={failure} />}
      <GapsMessage gaps={gapsBeyondReading(view.evidence)} />
      {view.changes.length > 0 ? <Lanes view={view} /> : <NoChange view={view} />}
      <Sections view={view} repositories={repositories} siteUrl={siteUrl} />
    </main>
  );
}

/** A repository that is being read for the first time has its progress shown, which says more. */
function gapsBeyondReading({ gaps, repositories }: IssueView['evidence']): Gap[] {
  const firstRead = repositories.filter(({ asOf, progress }) => asOf === null && progress !== null);
  const ids = new Set(firstRead.map(({ repository }) => repository));
  return gaps.filter(({ repository }) => !ids.has(repository));
}

function OutOfDate({ failure }: { failure: ReplyFailure }) {
  return (
    <SectionMessage appearance="warning" title="This may be out of date" headingLevel="h2">
      <p>{`The newest evidence could not be had: ${failure.message}`}</p>
    </SectionMessage>
  );
}

function Summary({ view }: { view: IssueView }) {
  const commits = view.changes.flatMap((change) => change.commits);
  const mentions = view.mentions.flatMap((mention) => mention.commits);
  const parts = [
    { count: view.changes.length, one: 'repository', many: 'repositories' },
    { count: commits.length, one: 'commit' },
    { count: view.pullRequests.length, one: 'pull request' },
    { count: mentions.length, one: 'mention' },
  ]
    .filter(({ count }) => count > 0)
    .map(({ count, one, many }) => plural(count, one, many));
  if (parts.length === 0) return null;
  return <p className="summary">{parts.join(' · ')}</p>;
}
