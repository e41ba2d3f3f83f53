import type { ReleaseChoice, ReleaseView, VersionView } from '../../../src/api/contract';
import { plural } from '../../shared/wording';
import { useAskAgain, useRelease } from './api';
import { Failure } from './failure';
import { GateStrip } from './gate-strip';
import { Glance } from './glance';
import { Judging } from './judging';
import { NoSettings } from './no-settings';
import { ReleaseBar } from './release-bar';
import { ReleaseTabs } from './release-tabs';
import { Gaps, OutOfDate } from './troubles';
import { Waiting } from './waiting';

type Props = { choice: ReleaseChoice; versions: VersionView[] };

/** One release: what to choose on top, then the answer, the gates, and all that it rests on. */
export function Release({ choice, versions }: Props) {
  const answer = useRelease(choice);
  const { data } = answer;
  const view = data?.setup === null ? data : null;
  const askAgain = useAskAgain();

  return (
    <>
      <ReleaseBar
        choice={choice}
        versions={versions}
        view={view}
        isAsking={answer.isFetching}
        onReload={askAgain}
      />
      <Shown answer={answer} choice={choice} onTryAgain={askAgain} />
    </>
  );
}

type ShownProps = {
  answer: ReturnType<typeof useRelease>;
  choice: ReleaseChoice;
  onTryAgain: () => void;
};

function Shown({ answer, choice, onTryAgain }: ShownProps) {
  const { data, error, isFetching, isPlaceholderData } = answer;
  if (data?.setup === 'no-settings') {
    return <NoSettings projectKey={choice.projectKey} mayConfigure={data.mayConfigure} />;
  }
  if (data) {
    return (
      <div className="release-answer" aria-busy={isPlaceholderData ? true : undefined}>
        {error && <OutOfDate failure={error} onTryAgain={onTryAgain} />}
        <Answer view={data} choice={isPlaceholderData ? answered(data, choice) : choice} />
      </div>
    );
  }
  if (!error) return <Waiting what={`what is in ${choice.version}`} />;
  return (
    <Failure
      title="The release could not be shown"
      message={error.message}
      isTrying={isFetching}
      onTryAgain={onTryAgain}
    />
  );
}

/** While another question waits, the tabs go on asking about the answer that is shown. */
const answered = (view: ReleaseView, choice: ReleaseChoice): ReleaseChoice => ({
  ...choice,
  version: view.versions[0]?.name ?? view.name,
  ...view.promotion,
  mode: view.mode,
});

function Answer({ view, choice }: { view: ReleaseView; choice: ReleaseChoice }) {
  return (
    <>
      <Judging evidence={view.evidence} />
      <Glance view={view} />
      <GateStrip view={view} choice={choice} />
      <Gaps evidence={view.evidence} />
      <ReleaseTabs view={view} choice={choice} />
      {view.counts.hidden > 0 && (
        <p className="subtle">
          {`${plural(view.counts.hidden, 'issue')} that you may not see ${view.counts.hidden === 1 ? 'is' : 'are'} counted, too.`}
        </p>
      )}
    </>
  );
}
