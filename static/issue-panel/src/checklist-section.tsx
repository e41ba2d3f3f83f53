import type { IssueView } from '../../../src/api/contract';
import { PagedList } from '../../shared/paged-list';
import { CheckItemRow } from './check-item-row';
import { AUDIENCE, checkedItems } from './checklist-words';
import './risks.css';

const SHOWN = 20;
const AUDIENCES = ['qa', 'client', 'releaseManager'] as const;

/** What testers, the client and the release manager look at, with what they said. */
export function ChecklistSection({ view }: { view: IssueView }) {
  const items = checkedItems(view);

  if (items.length === 0) return <p className="subtle">There is nothing to check.</p>;
  return AUDIENCES.map((audience) => {
    const own = items.filter((item) => item.audience === audience);
    return (
      own.length > 0 && (
        <div key={audience}>
          <h3 className="facts-heading">{`${AUDIENCE[audience]} (${own.length})`}</h3>
          <PagedList items={own} limit={SHOWN} noun="items">
            {(shown) => (
              <ul className="steps" aria-label={`Checklist: ${AUDIENCE[audience]}`}>
                {shown.map((item) => (
                  <CheckItemRow key={item.id} item={item} view={view} />
                ))}
              </ul>
            )}
          </PagedList>
        </div>
      )
    );
  });
}
