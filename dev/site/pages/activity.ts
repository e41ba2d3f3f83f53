import { html } from 'hono/html';

import type { Activity, SiteAttachment, SiteComment } from '../activity';
import { documentView } from './document';
import { formatInstant } from './layout';
import type { Html } from './layout';

/** Files and comments of an issue, as Jira shows them below it. */
export function activityView(key: string, { attachments, comments }: Activity): Html {
  return html`<section aria-labelledby="attachments">
      <h2 id="attachments">Attachments</h2>
      ${
        attachments.length === 0
          ? html`<p>No files.</p>`
          : html`<ul>
              ${attachments.map((one) => attachmentItem(key, one))}
            </ul>`
      }
    </section>
    <section aria-labelledby="comments">
      <h2 id="comments">Comments</h2>
      ${comments.length === 0 ? html`<p>No comments.</p>` : comments.map(commentView)}
    </section>`;
}

function attachmentItem(
  key: string,
  { id, filename, size, created, author }: SiteAttachment,
): Html {
  const place = `/browse/${key}/attachments/${encodeURIComponent(id)}`;
  return html`<li>
    <a href="${place}" download="${filename}">${filename}</a>, ${size} bytes,
    ${author?.displayName ?? 'somebody'},
    <time datetime="${created}">${formatInstant(created)}</time>
  </li>`;
}

function commentView({ author, created, body }: SiteComment): Html {
  return html`<article class="comment">
    <h3>
      ${author?.displayName ?? 'somebody'},
      <time datetime="${created}">${formatInstant(created)}</time>
    </h3>
    ${documentView(body)}
  </article>`;
}
