import type { ListItem, PhrasingContent, Table } from 'mdast';

import type { AtlassianDocument, DocumentNode } from '../../ports/issue-writer';
import type { Block } from './document';

/** Jira takes 32,767 characters in a comment; it counts its own way, so a third of it stays free. */
const MOST_CHARACTERS = 22_000;

/**
 * A document in the Atlassian Document Format, cut where a comment would be too long: whole blocks, and whole
 * rows of a table or a list.
 *
 * Source: https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function toAdf(
  blocks: readonly Block[],
  mostCharacters: number = MOST_CHARACTERS,
): AtlassianDocument {
  const nodes = blocks.flatMap(toNode);
  const content: DocumentNode[] = [];
  let room = mostCharacters;
  for (const node of nodes) {
    const fitting = cutTo(node, room);
    if (fitting) content.push(fitting);
    if (fitting !== node) return { version: 1, type: 'doc', content: [...content, CUT] };
    room -= sizeOf(node);
  }
  return { version: 1, type: 'doc', content };
}

const sizeOf = (node: DocumentNode): number => JSON.stringify(node).length;

/** The node, or one with fewer children; `null` when nothing of it fits. */
function cutTo(node: DocumentNode, room: number): DocumentNode | null {
  if (sizeOf(node) <= room) return node;
  if (node.type !== 'table' && node.type !== 'bulletList') return null;
  let left = room - sizeOf({ ...node, content: [] });
  const children = (node.content ?? []).filter((child) => {
    left -= sizeOf(child) + 1;
    return left >= 0;
  });
  return children.length === 0 ? null : { ...node, content: children };
}

const text = (value: string): DocumentNode => ({ type: 'text', text: value });
const paragraph = (content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content });

const CUT = paragraph([text('Cut here: a comment takes no more. The Convoy page has all of it.')]);

function toNode(block: Block): DocumentNode[] {
  if (block.type === 'list') {
    return [{ type: 'bulletList', content: block.children.map(toItem) }];
  }
  if (block.type === 'table') return [toTable(block)];
  if (block.type === 'paragraph') return [paragraph(block.children.flatMap(inline))];
  if (block.type !== 'heading') return [];
  const content = block.children.flatMap(inline);
  return [{ type: 'heading', attrs: { level: block.depth }, content }];
}

function toItem({ checked, children }: ListItem): DocumentNode {
  const written = children.flatMap((child) =>
    child.type === 'paragraph' ? child.children.flatMap(inline) : [],
  );
  const box = typeof checked === 'boolean' ? [text(checked ? '☑ ' : '☐ ')] : [];
  return { type: 'listItem', content: [paragraph([...box, ...written])] };
}

const toTable = ({ children }: Table): DocumentNode => ({
  type: 'table',
  content: children.map((row, index) => ({
    type: 'tableRow',
    content: row.children.map((cell) => ({
      type: index === 0 ? 'tableHeader' : 'tableCell',
      content: [paragraph(cell.children.flatMap(inline))],
    })),
  })),
});

/** A text may not be empty there. */
function inline(node: PhrasingContent): DocumentNode[] {
  if (node.type === 'text') return node.value === '' ? [] : [text(node.value)];
  if (node.type !== 'link') return [];
  const marks: DocumentNode['marks'] = [{ type: 'link', attrs: { href: node.url } }];
  return node.children.flatMap(inline).map((one) => ({ ...one, marks }));
}
