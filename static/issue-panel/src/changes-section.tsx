import Button from '@atlaskit/button/new';
import { lazy, Suspense, useRef, useState } from 'react';
import type { IssueView } from '../../../src/api/contract';
import { PagedList } from '../../shared/paged-list';
import { ChangeGroup, ClosedChangeGroup } from './change-group';

const FEW_COMMITS = 12;
const SHOWN_GROUPS = 8;
const LinkForm = lazy(async () => ({ default: (await import('./link-form')).LinkForm }));

/** What changed where: commits by repository, and a way to add one by hand. */
export function ChangesSection({ view }: { view: IssueView }) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isLinking, setIsLinking] = useState(false);
  const count = view.changes.flatMap(({ commits }) => commits).length;
  const Group = count > FEW_COMMITS ? ClosedChangeGroup : ChangeGroup;

  return (
    <>
      <PagedList items={view.changes} limit={SHOWN_GROUPS} noun="repositories">
        {(shown) =>
          shown.map((change) => <Group key={change.repository} change={change} view={view} />)
        }
      </PagedList>
      <Button
        ref={trigger}
        aria-expanded={isLinking}
        onClick={() => {
          setIsLinking(!isLinking);
        }}
      >
        Link a commit…
      </Button>
      {isLinking && (
        <Suspense fallback={<p className="subtle">Opening…</p>}>
          <LinkForm
            view={view}
            onClose={() => {
              setIsLinking(false);
              trigger.current?.focus();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
