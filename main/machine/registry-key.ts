/**
 * The roots of the Windows registry: as people shorten them, as regedit writes them, and the number that stands for each.
 *
 * @see https://learn.microsoft.com/windows/win32/sysinfo/predefined-keys
 */
export const REGISTRY_ROOTS = {
  HKCR: { name: 'HKEY_CLASSES_ROOT', handle: 0x80000000 },
  HKCU: { name: 'HKEY_CURRENT_USER', handle: 0x80000001 },
  HKLM: { name: 'HKEY_LOCAL_MACHINE', handle: 0x80000002 },
  HKU: { name: 'HKEY_USERS', handle: 0x80000003 },
  HKCC: { name: 'HKEY_CURRENT_CONFIG', handle: 0x80000005 },
} as const;

export interface RegistryKey {
  readonly root: (typeof REGISTRY_ROOTS)[keyof typeof REGISTRY_ROOTS];
  /** Below the root; empty for the root itself. */
  readonly path: string;
}

/** A key such as `HKCU\Software\X` taken apart; null where it begins with no root. */
export function splitKey(key: string): RegistryKey | null {
  const [first = '', ...rest] = key.split('\\');
  const wanted = first.toUpperCase();
  for (const [short, root] of Object.entries(REGISTRY_ROOTS)) {
    if (wanted === short || wanted === root.name) return { root, path: rest.join('\\') };
  }
  return null;
}

/** Equal for two spellings of one key. */
export function normalisedKey(key: string): string {
  const known = splitKey(key);
  if (known === null) return key.toLowerCase();
  return (known.path === '' ? known.root.name : `${known.root.name}\\${known.path}`).toLowerCase();
}
