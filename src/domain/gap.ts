/** A part of the evidence that could not be read. A gap is never "nothing there". */
export type Gap = {
  repository: string;
  /** What is missing, in plain words: `commits of release/test`, `checks`. */
  what: string;
  /** Why, in plain words: `GitHub answered 403: the token may not read this repository`. */
  why: string;
};
