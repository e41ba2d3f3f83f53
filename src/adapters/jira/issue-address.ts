/** Anything else could lead a path elsewhere: `..` survives encoding. */
const ISSUE_KEY = /^[A-Za-z][A-Za-z0-9_]*-\d+$/;

export const isIssueKey = (text: string): boolean => ISSUE_KEY.test(text);
