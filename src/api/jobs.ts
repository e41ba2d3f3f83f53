import { z } from 'zod';

const Job = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('read'),
    repository: z.string(),
    requestedAt: z.string(),
    step: z.number().int().optional(),
  }),
  z.object({ kind: z.literal('read-all'), repositories: z.array(z.string()) }),
]);
export type Job = z.infer<typeof Job>;

/** What a queued event asks for. We queued it ourselves, so anything else is an error. */
export const parseJob = (body: unknown): Job => Job.parse(body);

const CompositionJob = z.object({
  kind: z.literal('compose'),
  id: z.string(),
  run: z.string().optional(),
  step: z.number().int().optional(),
});
export type CompositionJob = z.infer<typeof CompositionJob>;

/** As `parseJob`, of the queue of compositions. */
export const parseCompositionJob = (body: unknown): CompositionJob => CompositionJob.parse(body);

const MarkingJob = z.object({
  kind: z.literal('mark'),
  projectKey: z.string(),
  attempt: z.number().int(),
});
export type MarkingJob = z.infer<typeof MarkingJob>;

/** As `parseJob`, of the queue of marks. */
export const parseMarkingJob = (body: unknown): MarkingJob => MarkingJob.parse(body);
