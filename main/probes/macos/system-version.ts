import { z } from 'zod';

const versionText = z.string().regex(/^\d+(?:\.\d+)*$/, 'is not a version');

/** `SystemVersion.plist`. */
export const systemVersionSchema = z.object({
  ProductVersion: versionText,
  ProductBuildVersion: z.string().max(20).optional(),
});

export type SystemVersion = z.infer<typeof systemVersionSchema>;
