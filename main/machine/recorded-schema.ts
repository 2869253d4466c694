import { z } from 'zod';
import { ownDecisionSchema } from '../../core/facts/own-decisions.ts';
import { PLATFORMS } from '../../core/platform.ts';

const uid = z.number().int().nonnegative();

/** `machine.json`. Every key after `release` may be missing: its reading is then `unreadable`. */
export const machineFileSchema = z.strictObject({
  platform: z.enum(PLATFORMS),
  release: z.string(),
  arch: z.string().optional(),
  home: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
  locale: z.string().optional(),
  hostName: z.string().optional(),
  ownProgram: z.string().optional(),
  user: z.strictObject({ name: z.string(), uid, groups: z.array(uid) }).optional(),
  native: z
    .strictObject({
      mediaAccess: z.record(z.string(), z.string()).optional(),
      macPermissions: z.record(z.string(), z.string()).optional(),
      freshMacPermissions: z.record(z.string(), z.string()).optional(),
      ownDecisions: z.array(ownDecisionSchema).optional(),
    })
    .optional(),
  defaultBrowser: z.string().optional(),
  processes: z
    .array(z.strictObject({ pid: z.number().int(), path: z.string(), args: z.array(z.string()).optional() }))
    .optional(),
  /** By setup class, in braces and lower case; a class that is not named has no device. */
  presentDevices: z
    .record(z.string(), z.array(z.strictObject({ id: z.string(), problem: z.number().int().nonnegative() })))
    .optional(),
});

/** `files.json`: by path, what a copied file tree cannot carry. */
export const fileNotesSchema = z.record(
  z.string(),
  z.strictObject({
    type: z.enum(['file', 'folder', 'char', 'other', 'link']).optional(),
    target: z.string().optional(),
    mode: z
      .string()
      .regex(/^0?[0-7]{3,4}$/, 'is not an octal mode such as "0660"')
      .optional(),
    uid: uid.optional(),
    gid: uid.optional(),
    size: z.number().int().nonnegative().optional(),
    modifiedAt: z.iso.datetime().optional(),
    /** What `access(2)` said, for nodes with an ACL; otherwise mode and groups decide. */
    openable: z.boolean().optional(),
    /** Looking at it, or at anything below it, fails with this code, e.g. `EACCES`. */
    unreadable: z.string().optional(),
    /** A folder that may be entered but not listed fails with this code when it is. */
    unlisted: z.string().optional(),
  }),
);

export type FileNotes = z.infer<typeof fileNotesSchema>;
export type FileNote = FileNotes[string];

/** `commands.json`: what running each command printed. What is not listed is not installed. */
export const commandsFileSchema = z.array(
  z.strictObject({
    run: z.array(z.string()).min(1),
    stdout: z.string().default(''),
    stderr: z.string().default(''),
    code: z.number().int().default(0),
    /** The command never ended: the reading is that of a command over its time limit. */
    hangs: z.boolean().default(false),
  }),
);

export type CommandsFile = z.infer<typeof commandsFileSchema>;
