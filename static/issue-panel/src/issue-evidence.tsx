import SectionMessage from '@atlaskit/section-message';
import type { Gap, IssueView } from '../../../src/api/contract';
import type { ReplyFailure } from '../../shared/reply-failure';
import { useProgress, type Question } from './api';
import { GapsMessage } from './gaps-message';
import { Lanes } from './lanes';
import { NextActions } from './next-actions';
import { NoChange } from './no-change';
import { NoSettings } from './no-settings';
import { PromotionChoice } from './promotion-choice';
import { ReadingProgress } from './reading-progress';
import { Sections } from './sections';
import { Standing } from './standing';
import { Summary } from './summary';
import { TravelTogether } from './travel-together';
import { Why } from './why';

type Props = {
  view: IssueView;
  /** What was asked and is not answered yet: `view` is the last answer. */
  asked: Question | null;
  failure: ReplyFailure | null;
  onAsk: (question: Question) => void;
  onTryAgain: () => void;
};

/**
 * The answer first, then the lanes, why, what next; then what it rests on. It is a `div` in a page that has
 * a `main` of its own.
 */
export function IssueEvidence({ as: Frame = 'main', ...props }: Props & { as?: 'main' | 'div' }) {
  const { view, asked } = props;
  if (view.setup === 'no-settings') return <NoSettings view={view} />;
  return (
    <Frame className="panel" aria-busy={asked === null ? undefined : true}>
      <Evidence {...props} />
    </Frame>
  );
}

function Evidence({ view, asked, failure, onAsk, onTryAgain }: Props) {
  const isReading = view.evidence.repositories.some(({ progress }) => progress !== null);
  const progress = useProgress(view.key, isReading);
  const repositories = (isReading ? progress.data : null) ?? view.evidence.repositories;

  return (
    <>
      <Standing view={view} isReading={isReading} />
      <div className="about">
        <PromotionChoice view={view} asked={asked} onAsk={onAsk} />
        <Summary view={view} />
      </div>
      {isReading && <ReadingProgress repositories={repositories} failure={progress.error} />}
      {failure && <OutOfDate failure={failure} onTryAgain={onTryAgain} />}
      <GapsMessage gaps={gapsBeyondReading(view.evidence)} />
      <div className="glance">
        {view.changes.length > 0 ? <Lanes view={view} /> : <NoChange view={view} />}
        <Why view={view} />
        <div className="card">
          <NextActions view={view} />
          <TravelTogether view={view} />
        </div>
      </div>
      <Sections view={view} repositories={repositories} />
    </>
  );
}

/** A repository that is being read for the first time has its progress shown, which says more. */
function gapsBeyondReading({ gaps, repositories }: IssueView['evidence']): Gap[] {
  const firstRead = repositories.filter(({ asOf, progress }) => asOf === null && progress !== null);
  const ids = new Set(firstRead.map(({ repository }) => repository));
  return gaps.filter(({ repository }) => !ids.has(repository));
}

type OutOfDateProps = { failure: ReplyFailure; onTryAgain: () => void };

function OutOfDate({ failure, onTryAgain }: OutOfDateProps) {
  return (
    <SectionMessage appearance="warning" title="This may be out of date" headingLevel="h2">
      <p>{`The newest evidence could not be had: ${failure.message}`}</p>
      <button type="button" className="text-button" onClick={onTryAgain}>
        Try again
      </button>
    </SectionMessage>
  );
}
