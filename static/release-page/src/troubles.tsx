import SectionMessage from '@atlaskit/section-message';
import type { ReleaseView } from '../../../src/api/contract';
import { PagedList } from '../../shared/paged-list';
import type { ReplyFailure } from '../../shared/reply-failure';
import { repositoryPath } from '../../shared/wording';

const SHOWN = 3;

type Props = { failure: ReplyFailure; onTryAgain: () => void };

/** The newest answer could not be had: what is shown is the one before. */
export function OutOfDate({ failure, onTryAgain }: Props) {
  return (
    <SectionMessage appearance="warning" title="This may be out of date" headingLevel="h2">
      <p>{`The newest answer could not be had: ${failure.message}`}</p>
      <button type="button" className="text-button" onClick={onTryAgain}>
        Try again
      </button>
    </SectionMessage>
  );
}

/** Parts of the evidence and issues that could not be read. */
export function Gaps({ evidence }: Pick<ReleaseView, 'evidence'>) {
  const { gaps, unreadable } = evidence;
  const missing = [
    ...unreadable.map(({ key, why }) => ({ place: key, why })),
    ...gaps.map(({ repository, what, why }) => ({
      place: repositoryPath(repository),
      why: `${what}. ${why}`,
    })),
  ];
  if (missing.length === 0) return null;
  return (
    <SectionMessage
      appearance="warning"
      title="Part of the evidence could not be read, so this cannot ship on it"
      headingLevel="h2"
    >
      <PagedList items={missing} limit={SHOWN} noun="gaps">
        {(shown) => (
          <ul>
            {shown.map(({ place, why }) => (
              <li key={`${place} ${why}`}>
                <strong>{place}</strong>
                {`: ${why}`}
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </SectionMessage>
  );
}
