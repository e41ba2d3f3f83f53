import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { SettingsView } from '../../../src/api/contract';
import { PagedList } from '../../shared/paged-list';
import { plural, repositoryPath } from '../../shared/wording';
import { useRefreshProject } from './api';

const SHOWN = 3;

type Props = { view: SettingsView; projectKey: string; isTarget: boolean };

/** How far the project's repositories are read, and what is missing. */
export function ReadingStatus({ view, projectKey, isTarget }: Props) {
  const refresh = useRefreshProject(projectKey);
  const { repositories, gaps } = view;
  const reading = repositories.filter(({ progress }) => progress !== null).length;
  const read = repositories.filter(({ asOf }) => asOf !== null).length;

  return (
    <div className="stack">
      <div className="card-head">
        <p role="status">
          {`${read} of ${plural(repositories.length, 'repository has', 'repositories have')} been read`}
          {reading > 0 && `, ${reading} being read now`}
          {'.'}
        </p>
        <div className="actions">
          <Button
            autoFocus={isTarget}
            isDisabled={refresh.isPending || repositories.length === 0}
            onClick={() => {
              refresh.mutate(undefined);
            }}
          >
            {refresh.isPending ? 'Asking…' : 'Refresh'}
          </Button>
        </div>
      </div>
      {refresh.error && (
        <p className="problem" role="alert">
          {refresh.error.message}
        </p>
      )}
      {gaps.length > 0 && (
        <SectionMessage
          appearance="warning"
          title={`${plural(gaps.length, 'part')} of the evidence could not be read`}
          headingLevel="h3"
        >
          <PagedList items={gaps} limit={SHOWN} noun="gaps">
            {(shown) => (
              <ul>
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
        </SectionMessage>
      )}
    </div>
  );
}
