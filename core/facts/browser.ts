import { z } from 'zod';
import { ENGINE_NAMES } from '../browsers/browser-description.ts';
import { readingSchema } from '../reading-schema.ts';

const PACKAGINGS = ['native', 'snap', 'flatpak', 'store'] as const;

const profileSchema = z.object({
  folder: z.string().describe('Name of the profile’s folder, e.g. `Default` or `Profile 1`.'),
  name: z.string().describe('What the person called it. Left out of reports.'),
  lastUsed: z.boolean().describe('Whether the browser used this profile last; it then stands for the browser.'),
});

/** A browser that is installed for this user. */
export const browserSchema = z.object({
  id: z
    .string()
    .describe('Its product, with `@snap`, `@flatpak` or `@store` where another package of it is installed too.'),
  product: z.string().describe('Which browser it is, e.g. `chrome`. A later version may know more.'),
  name: z.string(),
  engine: z.enum(ENGINE_NAMES).describe('Whose stores and order of layers apply to it.'),
  packaging: z
    .enum(PACKAGINGS)
    .describe('`store`: a Microsoft Store package, which Windows asks under a name of its own.'),
  program: z.string().describe('Path of the program.'),
  version: readingSchema(z.string()),
  dataFolder: z.string().describe('Where it keeps its profiles.'),
  profiles: readingSchema(z.array(profileSchema)).describe('`absent`: it was never started by this user.'),
  isDefault: z.boolean().describe('The system opens web addresses with it.'),
});

export type Browser = z.infer<typeof browserSchema>;

/** What the package of a browser lets it reach, whatever the browser itself allows. */
export const sandboxSchema = z.object({
  browserId: z.string().describe('Id of the browser among the installed ones.'),
  packaging: z.enum(['snap', 'flatpak']),
  camera: readingSchema(z.boolean()),
  microphone: readingSchema(z.boolean()),
  sign: z.string().describe('Which permission was looked at, e.g. `camera interface` or `devices=all`.'),
});

export type Sandbox = z.infer<typeof sandboxSchema>;
