import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

import type { Block } from './document';

/** A document as GitHub's Markdown. The library escapes what texts hold. */
export const toMarkdownText = (blocks: readonly Block[]): string =>
  toMarkdown(
    { type: 'root', children: [...blocks] },
    { bullet: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false })] },
  );
