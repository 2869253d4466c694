import { z } from 'zod';

/** Who handles what, as the person has chosen. Entries for other things than addresses have no scheme. */
export const launchServicesSchema = z.object({
  LSHandlers: z
    .array(z.object({ LSHandlerURLScheme: z.string().optional(), LSHandlerRoleAll: z.string().optional() }))
    .default([]),
});
