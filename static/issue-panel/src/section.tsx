import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { Suspense, useId, useState, type ReactNode } from 'react';

type Props = {
  title: string;
  count: number;
  /** What a glance at the closed section should give: `2 open, 1 waiting for review`. */
  gist?: string;
  isOpenAtFirst?: boolean;
  children: ReactNode;
};

/** A section that opens and closes; what is inside is loaded when it is first opened. */
export function Section({ title, count, gist = '', isOpenAtFirst = false, children }: Props) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const id = useId();
  const Chevron = isOpen ? ChevronDownIcon : ChevronRightIcon;

  return (
    <section className="section" aria-labelledby={`${id}-title`}>
      <h2 className="section-heading">
        <button
          type="button"
          className="section-toggle"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-body` : undefined}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          <Chevron label="" size="small" />
          <span id={`${id}-title`}>{title}</span>
          <span className="section-count">{count}</span>
          {gist !== '' && <span className="section-gist">{gist}</span>}
        </button>
      </h2>
      {isOpen && (
        <div id={`${id}-body`} className="section-body">
          <Suspense fallback={<p className="subtle">Opening…</p>}>{children}</Suspense>
        </div>
      )}
    </section>
  );
}
