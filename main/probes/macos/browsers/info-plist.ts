import { z } from 'zod';

/** @see https://developer.apple.com/documentation/bundleresources/information-property-list */
export const infoPlistSchema = z.object({
  CFBundleIdentifier: z.string(),
  CFBundleShortVersionString: z.string().optional(),
  /** The file name of the program in the folder of programs, which is all that is followed. */
  CFBundleExecutable: z
    .string()
    .regex(/^[^/\0]+$/, 'is not the name of a file')
    .optional(),
});

export type InfoPlist = z.infer<typeof infoPlistSchema>;
