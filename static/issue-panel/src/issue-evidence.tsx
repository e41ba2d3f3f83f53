import SectionMessage from '@atlaskit/section-message';
import type { IssueView } from '../../../src/api/contract';
import { plural } from '../../shared/wording';
import { useProgress } from './api';
import { GapsMessage } from './gaps-message';
import { Lanes } from './lanes';
import { NoChange } from './no-change';
import { NoSettings } from './no-settings';
import { ReadingProgress } from './reading-progress';
import { Sections } from './sections';
import { Standing } from './standing';

type Props = { view: IssueView; siteUrl: string; failure: string | null };

/** The answer first, then the lanes, then what it rests on. */
export function IssueEvidence({ view, siteUrl, failure }: Props) {
  const isReading = view.evidence.repositories.some(({ progress }) => progress !== null);
  const { data: latest, error } = useProgress(view.key, isReading);
  const repositories = (isReading && latest) || view.evidence.repositories;

  if (view.setup === 'no-settings') return <NoSettings view={view} />;
  return (
    <main className="panel">
      <Standing view={view} isReading={isReading} />
      <Summary view={view} />
      {isReading && (
        <ReadingProgress repositories={repositories} failure={error?.message ?? null} />
      )}
      {failure !== null && (
        <SectionMessage appearance="warning" title="This may be out of date" headingLevel="h2">
          <p>{`The newest evidence could not be had: ${failure}`}</p>
        </SectionMessage>
      )}
      <GapsMessage gaps={view.evidence.gaps} />
      {view.changes.length > 0 ? <Lanes view={view} /> : <NoChange view={view} />}
      <Sections view={view} repositories={repositories} siteUrl={siteUrl} />
    </main>
  );
}

function Summary({ view }: { view: IssueView }) {
  const commits = view.changes.flatMap((change) => change.commits);
  const mentions = view.mentions.flatMap((mention) => mention.commits);
  const parts = [
    plural(view.changes.length, 'repository', 'repositories'),
    plural(commits.length, 'commit'),
    plural(view.pullRequests.length, 'pull request'),
    plural(mentions.length, 'mention'),
  ];
  return <p className="summary">{parts.join(' · ')}</p>;
}
