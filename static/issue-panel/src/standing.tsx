import Button from '@atlaskit/button/new';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import Lozenge from '@atlaskit/lozenge';
import Tooltip from '@atlaskit/tooltip';
import type { IssueView } from '../../../src/api/contract';
import { exactTime } from '../../shared/wording';
import { Moment } from '../../shared/moment';
import { useRefresh } from './api';

const TONE = {
  success: { appearance: 'success', label: 'Complete' },
  information: { appearance: 'inprogress', label: 'On its way' },
  warning: { appearance: 'moved', label: 'Needs a look' },
  unknown: { appearance: 'default', label: 'Unknown' },
} as const;
const NO_CHANGE = { appearance: 'default', label: 'No change' } as const;

/** Without a change, nothing can be on its way. */
const toneOf = ({ changes, standing: { tone } }: IssueView) =>
  tone === 'information' && changes.length === 0 ? NO_CHANGE : TONE[tone];

type Props = { view: IssueView; isReading: boolean };

/** Where the issue stands in one sentence, how fresh that is, and a way to read again. */
export function Standing({ view, isReading }: Props) {
  const refresh = useRefresh(view.key);
  const { appearance, label } = toneOf(view);
  const isBusy = refresh.isPending || isReading;

  return (
    <header className="standing">
      <h1 className="standing-sentence">
        <span className="standing-tone">
          <Lozenge appearance={appearance}>{label}</Lozenge>
        </span>
        <span>{view.standing.sentence}</span>
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
