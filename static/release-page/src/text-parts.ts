import type { TextPart } from '../../../src/api/contract';
import { ReplyFailure } from '../../shared/reply-failure';

const TRIES = 2;

/** All parts of a text as one, with what came along; asked for once more when it changed in between. */
export async function wholeText<Part extends TextPart>(
  askPart: (part: number) => Promise<Part>,
): Promise<Part> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const parts = await allParts(askPart);
    const [first] = parts;
    if (first && parts.every(({ hash }) => hash === first.hash)) {
      return { ...first, text: parts.map(({ text }) => text).join('') };
    }
  }
  throw new ReplyFailure({
    code: 'conflict',
    message: 'The release changes while it is read. Try again in a moment.',
  });
}

async function allParts<Part extends TextPart>(
  askPart: (part: number) => Promise<Part>,
): Promise<Part[]> {
  const parts: Part[] = [];
  for (let of = 1; parts.length < of;) {
    const part = await askPart(parts.length + 1);
    parts.push(part);
    of = part.of;
  }
  return parts;
}
