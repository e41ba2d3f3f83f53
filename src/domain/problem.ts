/** One place in an input that is wrong. */
export type Problem = {
  /** `projects.PAY.repositories[2].kind` */
  field: string;
  /** Line in the imported file, counted from 1; `null` when it did not come from a file. */
  line: number | null;
  message: string;
};
