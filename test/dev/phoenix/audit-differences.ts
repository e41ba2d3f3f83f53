/** Where an audit differs from the truth file; docs/real-data.md has the reason of each. */
export const AUDIT_DIFFERENCES: Readonly<
  Record<
    string,
    {
      rows?: string[];
      range?: string[];
      arrived?: string[];
      unlisted?: string[];
      /** Issues without a commit for the file that have one for us. */
      owned?: string[];
    }
  >
> = {};
