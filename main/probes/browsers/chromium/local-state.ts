import { z } from 'zod';

/** `Local State`, as far as it tells profiles. Whatever else or of another type it holds is passed over. */
export const localStateSchema = z.object({
  profile: z
    .object({
      info_cache: z.record(z.string(), z.object({ name: z.string().catch('') }).catch({ name: '' })).catch({}),
      last_used: z.string().optional().catch(undefined),
    })
    .catch({ info_cache: {} }),
});
