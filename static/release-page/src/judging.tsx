import ProgressBar from '@atlaskit/progress-bar';
import type { ReleaseView } from '../../../src/api/contract';

/** How far a large release is judged; what is shown meanwhile is what there is. */
export function Judging({ evidence: { progress, isStale } }: Pick<ReleaseView, 'evidence'>) {
  if (progress === null) {
    return isStale ? <p className="subtle">Something changed: it is being judged again.</p> : null;
  }
  const { done, total } = progress;
  const words = `Judged ${done} of ${total} issues so far`;
  return (
    <section className="judging" aria-label="Judging in progress">
      <ProgressBar value={total === 0 ? 0 : done / total} ariaLabel={words} />
      <p className="subtle" role="status">{`${words}. What is shown is not all yet.`}</p>
    </section>
  );
}
