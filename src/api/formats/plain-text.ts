/** What turns the direction of a line, so that it reads as something else than it is. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Control characters (NUL, tab, line breaks), separators of lines, and halves of characters. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\s]+/gu;
/** `@ana`, `#12` and addresses notify people and link on some hosts, also where Markdown escapes them. */
const LINKED_BY_HOSTS = /[@#](?=[\p{L}\p{N}_])|:(?=\/\/)|www(?=\.)/giu;
const ZERO_WIDTH = '\u200b';
const LONGEST = 500;

/** A text from outside on one line, without what turns, hides or breaks it; cut after 500 characters. */
export function plainText(text: string): string {
  const line = text.replace(BIDI, '').replace(BREAKS, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST).join('')}…`;
}

/** As `plainText`, where hosts make links of texts: a space without width keeps `@` and `#` from the name. */
export const withoutLinks = (text: string): string =>
  plainText(text).replace(LINKED_BY_HOSTS, `$&${ZERO_WIDTH}`);

/** An address that a reader may follow; `null` for anything but http and https. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
