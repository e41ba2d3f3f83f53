import { useId, type ReactNode } from 'react';

type Props = { title: string; about: ReactNode; actions?: ReactNode; children: ReactNode };

/** A part of a project's settings. */
export function Section({ title, about, actions, children }: Props) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="card-head">
        <div>
          <h3 id={id}>{title}</h3>
          <p className="subtle">{about}</p>
        </div>
        {actions !== undefined && <div className="actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
