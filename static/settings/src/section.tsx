import { useId, type ReactNode } from 'react';
import { focusOn } from './repair-target';

type Props = {
  title: string;
  about: ReactNode;
  actions?: ReactNode;
  /** Whether somebody was led here. */
  isTarget?: boolean;
  children: ReactNode;
};

/** A part of a project's settings. */
export function Section({ title, about, actions, isTarget = false, children }: Props) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="card-head">
        <div>
          <h3 id={id} {...(isTarget && { tabIndex: -1, ref: focusOn })}>
            {title}
          </h3>
          <p className="subtle">{about}</p>
        </div>
        {actions !== undefined && <div className="actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
