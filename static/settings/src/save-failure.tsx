import type { ReplyFailure } from '../../shared/reply-failure';
import { ConflictMessage } from './conflict-message';
import { ProblemSummary } from './problem-summary';

type Props = {
  failure: ReplyFailure;
  projectKey: string;
  /** The newer settings are there. */
  onLoaded: () => void;
};

/** Why nothing was saved, and the way on. */
export function SaveFailure({ failure, projectKey, onLoaded }: Props) {
  return failure.code === 'conflict' ? (
    <ConflictMessage projectKey={projectKey} message={failure.message} onLoaded={onLoaded} />
  ) : (
    <ProblemSummary failure={failure} />
  );
}
