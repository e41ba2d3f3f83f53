import SectionMessage from '@atlaskit/section-message';
import type { ReleaseView } from '../../../src/api/contract';
import { PagedList } from '../../shared/paged-list';
import type { ReplyFailure } from '../../shared/reply-failure';
import { repositoryPath } from '../../shared/wording';

type Props = { view: ReleaseView; failure: ReplyFailure | null; onTryAgain: () => void };

const SHOWN = 3;

/** What makes the answer uncertain: it is old, parts could not be read, issues could not be read. */
export function Troubles({ view: { evidence }, failure, onTryAgain }: Props) {
  const { gaps, unreadable } = evidence;
  const missing = [
    ...unreadable.map(({ key, why }) => ({ place: key, why })),
    ...gaps.map(({ repository, what, why }) => ({
      place: repositoryPath(repository),
      why: `${what}. ${why}`,
    })),
  ];
  return (
    <>
      {failure && (
        <SectionMessage appearance="warning" title="This may be out of date" headingLevel="h2">
          <p>{`The newest answer could not be had: ${failure.message}`}</p>
          <button type="button" className="text-button" onClick={onTryAgain}>
            Try again
          </button>
        </SectionMessage>
      )}
      {missing.length > 0 && (
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
      )}
    </>
  );
}
