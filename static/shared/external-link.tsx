import type { ReactNode } from 'react';

type Props = { href: string | null; children: ReactNode; label?: string };

/** A link that opens in a new tab; plain text when there is no web address behind it. */
export function ExternalLink({ href, children, label }: Props) {
  if (href === null || !/^https?:\/\//i.test(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noreferrer" aria-label={label}>
      {children}
    </a>
  );
}
