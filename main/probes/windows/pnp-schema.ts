import { z } from 'zod';

/** What PowerShell prints of `Win32_PnPEntity`. */
export const pnpEntitiesSchema = z.array(
  z.object({
    Name: z.string().nullable(),
    PNPClass: z.string(),
    PNPDeviceID: z.string(),
    ConfigManagerErrorCode: z.number().int().nullable(),
    Present: z.boolean().nullable(),
  }),
);
