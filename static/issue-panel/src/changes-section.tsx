import Button from '@atlaskit/button/new';
import { lazy, Suspense, useRef, useState } from 'react';
import type { IssueView, RepositoryChanges } from '../../../src/api/contract';
import { PagedList } from '../../shared/paged-list';
import { ChangeGroup } from './change-group';

const SHOWN = 20;
const LinkForm = lazy(async () => ({ default: (await import('./link-form')).LinkForm }));

/** What changed where: commits by repository, and a way to add one by hand. */
export function ChangesSection({ view }: { view: IssueView }) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isLinking, setIsLinking] = useState(false);
  const commits = view.changes.flatMap((change) =>
    change.commits.map(({ sha }) => ({ change, sha })),
  );

  return (
    <>
      <PagedList items={commits} limit={SHOWN} noun="commits">
        {(shown) =>
          groupsOf(view.changes, shown.length).map((change) => (
            <ChangeGroup key={change.repository} change={change} view={view} />
          ))
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

/** The repositories that hold the first `count` commits, the last one cut. */
function groupsOf(changes: RepositoryChanges[], count: number): RepositoryChanges[] {
  let left = count;
  return changes.flatMap((change) => {
    const commits = change.commits.slice(0, left);
    left -= commits.length;
    return commits.length > 0 ? [{ ...change, commits }] : [];
  });
}
