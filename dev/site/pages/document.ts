import { html } from 'hono/html';

import type { DocumentNode } from '../activity';
import type { Html } from './layout';

/** A document of Jira as markup; of what is not known here, the texts. */
export function documentView(node: DocumentNode): Html {
  if (node.text !== undefined) return html`${node.text}`;
  const inner = (node.content ?? []).map(documentView);
  return (VIEWS[node.type] ?? VIEWS.doc)(inner);
}

const VIEWS: Record<string, (inner: Html[]) => Html> & { doc: (inner: Html[]) => Html } = {
  doc: (inner) => html`${inner}`,
  paragraph: (inner) => html`<p>${inner}</p>`,
  heading: (inner) => html`<h4>${inner}</h4>`,
  bulletList: (inner) =>
    html`<ul>
      ${inner}
    </ul>`,
  listItem: (inner) => html`<li>${inner}</li>`,
  table: (inner) =>
    html`<div class="scroll" tabindex="0" role="region" aria-label="Table of a comment">
      <table>
        ${inner}
      </table>
    </div>`,
  tableRow: (inner) =>
    html`<tr>
      ${inner}
    </tr>`,
  tableHeader: (inner) => html`<th scope="col">${inner}</th>`,
  tableCell: (inner) => html`<td>${inner}</td>`,
};
