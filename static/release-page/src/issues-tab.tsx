import { lazy, Suspense, useRef } from 'react';
import { flushSync } from 'react-dom';
import { Failure } from './failure';
import { useMoreRows } from './api';
import { Matrix } from './matrix';
import { MatrixFilter } from './matrix-filter';
import type { TabProps } from './tab-props';
import { useAddress } from './use-address';

const IssueFacts = lazy(async () => ({ default: (await import('./issue-facts')).IssueFacts }));

/** All issues on all lines; one that is opened shows what its panel shows. */
export function IssuesTab({ view, choice }: TabProps) {
  const [{ issue }, change] = useAddress();
  const matrix = useRef<HTMLDivElement>(null);
  const more = useMoreRows(choice, view);
  const rows = [...view.rows, ...(more.data ?? [])];
  const close = () => {
    flushSync(() => {
      change({ issue: undefined });
    });
    const link = matrix.current?.querySelector<HTMLElement>(`[data-issue="${issue ?? ''}"]`);
    (link ?? matrix.current)?.focus();
  };

  if (view.counts.issues === 0) {
    return (
      <p>
        {view.name} has no issue. Set it as the fix version of the issues that go with it, and ask
        again.
      </p>
    );
  }
  return (
    <div className={issue === undefined ? 'split' : 'split split-open'}>
      <div className="split-list">
        <MatrixFilter rows={rows} view={view} isLoading={more.isFetching} />
        {more.error && (
          <Failure
            title={`${rows.length} of ${view.counts.issues} issues are shown`}
            message={more.error.message}
            isTrying={more.isFetching}
            onTryAgain={() => void more.refetch()}
          />
        )}
        <Matrix rows={rows} view={view} scrollRef={matrix} />
      </div>
      {issue !== undefined && (
        <section className="split-facts" aria-label={`Facts of ${issue}`}>
          <Suspense fallback={<p role="status">{`Opening ${issue}…`}</p>}>
            <IssueFacts key={issue} issueKey={issue} view={view} onClose={close} />
          </Suspense>
        </section>
      )}
    </div>
  );
}
