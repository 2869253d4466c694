import { z } from 'zod';

const pnpEntitySchema = z.object({
  Name: z.string().nullable(),
  PNPClass: z.string(),
  PNPDeviceID: z.string(),
  ConfigManagerErrorCode: z.number().int().nullable(),
  Present: z.boolean().nullable(),
});

export type PnpEntity = z.infer<typeof pnpEntitySchema>;

/** What PowerShell prints of `Win32_PnPEntity`. */
export const pnpEntitiesSchema = z.array(pnpEntitySchema);
