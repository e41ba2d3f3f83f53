import { toJsxRuntime, type Components } from 'hast-util-to-jsx-runtime';
import { toHast } from 'mdast-util-to-hast';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { ExternalLink } from '../../shared/external-link';
import type { PacketTree } from './export-queries';

/** Boxes to tick on paper; links to the web only, with their address in print. */
const COMPONENTS: Partial<Components> = {
  a: ({ href, children }) => <ExternalLink href={href ?? null}>{children}</ExternalLink>,
  input: ({ checked }) => (
    <span
      className={checked ? 'packet-box packet-ticked' : 'packet-box'}
      role="img"
      aria-label={checked ? 'done' : 'open'}
    />
  ),
};

/** A document as elements. Texts stay texts: the libraries make no element of what stands in one. */
export function PacketDocument({ tree }: { tree: PacketTree }) {
  return (
    <article className="packet">
      {toJsxRuntime(toHast(tree), { Fragment, jsx, jsxs, components: COMPONENTS })}
    </article>
  );
}
