import { absent, mapReading, type Reading, thenReading, value } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { registryText } from '../registry-text.ts';

const HTTPS = 'HKCU\\Software\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations\\https';

/** Newer versions of Windows 11 keep the choice in the first and may leave an old one in the second. */
const CHOICES = [`${HTTPS}\\UserChoiceLatest\\ProgId`, `${HTTPS}\\UserChoice`];

/**
 * What Windows opens web addresses with: the ProgId that the person chose and, where that is one of a Store package,
 * whose are drawn at random, the family of the package too.
 *
 * @see https://learn.microsoft.com/windows/win32/shell/fa-progids
 */
export function readDefaultBrowser(machine: Machine): Reading<readonly string[]> {
  const chosen = CHOICES.map((key) => registryText(machine, key, 'ProgId')).find(({ kind }) => kind !== 'absent');
  return thenReading(chosen ?? absent, (progId): Reading<readonly string[]> => {
    if (!/^AppX/i.test(progId)) return value([progId]);
    const key = `HKCU\\Software\\Classes\\${progId}\\Application`;
    const family = mapReading(registryText(machine, key, 'AppUserModelID'), (id) => id.split('!', 1)[0] ?? '');
    return family.kind === 'absent' ? value([progId]) : mapReading(family, (name) => [progId, name]);
  });
}
