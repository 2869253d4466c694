import { z } from 'zod';
import { readingSchema } from '../reading-schema.ts';

/** The computer and the session somebody sits at. */
export const hostSchema = z.object({
  system: z.string().describe('Name and version for a person, e.g. `Debian GNU/Linux 12 (bookworm)`.'),
  release: z.string().describe('What the kernel calls its release.'),
  arch: readingSchema(z.string()).describe('Processor architecture, in Node’s terms.'),
  locale: readingSchema(z.string()).describe('Language of the session, as a BCP 47 tag.'),
  desktop: readingSchema(z.string()).describe('Linux: `XDG_CURRENT_DESKTOP`, e.g. `ubuntu:GNOME`.'),
  displayServer: readingSchema(z.enum(['wayland', 'x11', 'none'])).describe('Linux: what draws the windows.'),
  session: readingSchema(z.enum(['local', 'remote'])).describe(
    '`remote` where a sign says that the person does not sit at this computer (SSH, RDP, VNC, …).',
  ),
  sessionSign: readingSchema(z.string()).describe('The sign that `session` was told by.'),
  virtual: readingSchema(z.string()).describe(
    'Name of the hypervisor, container or WSL this system runs in; `absent` on a physical computer.',
  ),
});

export type Host = z.infer<typeof hostSchema>;
