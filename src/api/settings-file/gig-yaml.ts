import { z } from 'zod';

import type { GigFile } from '../../domain/settings/gig-file';
import type { Problem } from '../contract';
import { inPlainWords } from '../problems';
import { Branch, LineName } from './convoy-schema';
import { inFileOrder, problemAt, toFileProblems } from './file-problems';
import type { LineOf, YamlText } from './yaml-text';

const OptionalText = z
  .string()
  .trim()
  .min(1)
  .nullish()
  .transform((text) => text ?? null);

/** Their format, so lenient: what we do not use may stand there. */
const GigRepositoryFields = z
  .object({
    path: OptionalText,
    repo: OptionalText,
    service: OptionalText,
    owner: OptionalText,
    kind: OptionalText,
    notes: z
      .array(z.string().trim().min(1))
      .nullish()
      .transform((notes) => notes ?? []),
  })
  .refine(({ path, repo }) => path !== null || repo !== null, 'needs a path or a repo');

const GigFields = z.object({
  environments: z.array(z.object({ name: LineName, branch: Branch })).min(1),
  repositories: z
    .array(GigRepositoryFields)
    .nullish()
    .transform((repositories) => repositories ?? []),
});

/** Whether a file is a `gig.yaml` and not a `convoy.yaml`: by what it holds, not by its name. */
export function isGigFile(content: unknown): boolean {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return false;
  const isConvoy = 'version' in content || 'projects' in content;
  return !isConvoy && ('environments' in content || 'ticketPattern' in content);
}

/** What a `gig.yaml` whose YAML was read says. */
export function toGigFile({
  content,
  lineOf,
}: YamlText): { gig: GigFile } | { problems: Problem[] } {
  const file = GigFields.safeParse(content, { error: inPlainWords });
  if (!file.success) {
    return { problems: inFileOrder(toFileProblems(file.error.issues, lineOf, () => [])) };
  }
  const repeated = repeatedNames(file.data.environments, lineOf);
  if (repeated.length > 0) return { problems: repeated };
  const unused = Object.keys(content as object).filter(
    (field) => !Object.hasOwn(GigFields.shape, field),
  );
  return { gig: { ...file.data, unused } };
}

function repeatedNames(environments: { name: string }[], lineOf: LineOf): Problem[] {
  const names = environments.map(({ name }) => name);
  return names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [problemAt(lineOf, ['environments', index, 'name'], `names ${name} a second time`)]
      : [],
  );
}
