import { plainText, webAddress, withoutLinks } from '../../../src/api/formats/plain-text';
import { ATTACKS } from '../../support/attacks';

describe('plainText', () => {
  it.each(ATTACKS)('of $text', ({ text, seen }) => {
    expect(plainText(text)).toBe(seen);
  });
});

describe('withoutLinks', () => {
  it.each([
    ['@ana', '@\u200bana'],
    ['see #123', 'see #\u200b123'],
    ['http://evil', 'http:\u200b//evil'],
    ['WWW.evil.example', 'WWW\u200b.evil.example'],
    ['a @ b # c', 'a @ b # c'],
  ])('of %s', (text, seen) => {
    expect(withoutLinks(text)).toBe(seen);
  });
});

describe('webAddress', () => {
  it.each([
    ['https://github.com/a/b', 'https://github.com/a/b'],
    ['http://gitlab.local/x y', 'http://gitlab.local/x%20y'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//evil', null],
    [null, null],
  ])('of %s is %s', (url, address) => {
    expect(webAddress(url)).toBe(address);
  });
});
