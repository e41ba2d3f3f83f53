import SectionMessage from '@atlaskit/section-message';
import type { Gap } from '../../../src/api/contract';
import { PagedList } from '../../shared/paged-list';
import { repositoryPath } from '../../shared/wording';

const SHOWN = 3;

/** What could not be read, above all counts that it makes uncertain. */
export function GapsMessage({ gaps }: { gaps: Gap[] }) {
  if (gaps.length === 0) return null;
  return (
    <SectionMessage
      appearance="warning"
      title="Part of the evidence could not be read, so counts may be too low"
      headingLevel="h2"
    >
      <PagedList items={gaps} limit={SHOWN} noun="gaps">
        {(shown) => (
          <ul className="gaps">
            {shown.map(({ repository, what, why }) => (
              <li key={`${repository} ${what} ${why}`}>
                <strong>{repositoryPath(repository)}</strong>
                {`: ${what}. `}
                <span className="subtle">{why}</span>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      <p className="subtle">
        Refresh to try again. If a gap stays, see what to do under “Freshness and gaps”.
      </p>
    </SectionMessage>
  );
}
