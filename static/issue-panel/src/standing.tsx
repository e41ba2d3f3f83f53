import Button from '@atlaskit/button/new';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import Tooltip from '@atlaskit/tooltip';
import type { IssueView } from '../../../src/api/contract';
import { exactTime } from '../../shared/wording';
import { Moment } from '../../shared/moment';
import { useRefresh } from './api';
import { LevelBadge } from './level';

type Props = { view: IssueView; isReading: boolean };

/** Whether the issue may go on, where it stands in one sentence, how fresh that is, and a way to read again. */
export function Standing({ view, isReading }: Props) {
  const refresh = useRefresh(view.key);
  const isBusy = refresh.isPending || isReading;

  return (
    <header className="standing">
      <h1 className="standing-sentence">
        <LevelBadge level={view.verdict} isBig /> <span>{view.standing.sentence}</span>
      </h1>
      <div className="standing-fresh">
        <AsOf evidence={view.evidence} />
        <Button
          iconBefore={RefreshIcon}
          isDisabled={isBusy}
          onClick={() => {
            refresh.mutate(undefined);
          }}
        >
          {isBusy ? 'Reading…' : 'Refresh'}
        </Button>
      </div>
      {refresh.isError && (
        <p
          className="standing-note problem"
          role="alert"
        >{`Refresh failed: ${refresh.error.message}`}</p>
      )}
      {refresh.data?.queued === 0 && !isReading && (
        <p className="standing-note subtle" role="status">
          Nothing was queued: no repository needs reading now.
        </p>
      )}
    </header>
  );
}

function AsOf({ evidence: { asOf, now } }: Pick<IssueView, 'evidence'>) {
  if (asOf === null) return <span className="subtle">not all repositories were read yet</span>;
  return (
    <Tooltip content={exactTime(asOf)} isScreenReaderAnnouncementDisabled shouldRenderToParent>
      <span className="subtle as-of">
        as of <Moment at={asOf} now={now} hasTitle={false} />
      </span>
    </Tooltip>
  );
}
