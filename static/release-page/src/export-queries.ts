import {
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Api, ExportAudience, ReleaseChoice } from '../../../src/api/contract';
import { valueOf, type ReplyFailure } from '../../shared/reply-failure';
import { invoke } from './api';
import type { ExportChoice } from './export-choices';
import { wholeText } from './text-parts';

/** A release, or the state that a snapshot kept. */
export type Exported = { choice: ReleaseChoice; snapshot: string | undefined };

const inputOf = ({ choice, snapshot }: Exported) => ({
  ...choice,
  ...(snapshot !== undefined && { snapshot }),
});

export type ExportedFile = { fileName: string; mediaType: string; text: string };

/** The whole file, fetched part by part. */
export function useExport(
  exported: Exported,
): UseMutationResult<ExportedFile, ReplyFailure, ExportChoice> {
  return useMutation<ExportedFile, ReplyFailure, ExportChoice>({
    mutationFn: (wanted) =>
      wholeText((part) =>
        valueOf(invoke('exportRelease', { ...inputOf(exported), ...wanted, part })),
      ),
  });
}

/** A document as mdast, as far as the page hands it on. */
export type PacketTree = { type: 'root'; children: never[] };

/** What is printed, as a tree. */
export function usePacket(
  exported: Exported,
  audience: ExportAudience,
): UseQueryResult<PacketTree, ReplyFailure> {
  return useQuery<PacketTree, ReplyFailure>({
    queryKey: ['packet', exported, audience],
    queryFn: async () => {
      const { text } = await wholeText((part) =>
        valueOf(invoke('exportRelease', { ...inputOf(exported), format: 'mdast', audience, part })),
      );
      return JSON.parse(text) as PacketTree;
    },
    // What is printed is what is so now.
    gcTime: 0,
  });
}

export type AttachTarget = Parameters<Api['attachManifest']>[0]['target'];

/** Writes into Jira, as the viewer. */
export function useAttach(
  exported: Exported,
): UseMutationResult<{ places: string[] }, ReplyFailure, ExportChoice & { target: AttachTarget }> {
  return useMutation<{ places: string[] }, ReplyFailure, ExportChoice & { target: AttachTarget }>({
    mutationFn: (wanted) => valueOf(invoke('attachManifest', { ...inputOf(exported), ...wanted })),
  });
}
